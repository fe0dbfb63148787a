package dev.jonah.provenance.signals;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files that belong to nobody whom the image knows. Where root owns nothing, all owners are those of the machine it lay on. */
public final class OwnerFinder implements SignalFinder {
    private static final SignalKind FOREIGN =
            SignalKind.info("foreign-owner", "it belongs to a user whom the image does not know");

    private static final ImagePath PASSWD = ImagePath.of("/etc/passwd");
    private static final int MOST = 1 << 20;

    @Override
    public String id() {
        return "jonah.signals.owners";
    }

    @Override
    public List<SignalKind> kinds() {
        return List.of(FOREIGN);
    }

    @Override
    public Look begin(Scan scan) throws IOException {
        FileTree tree = scan.image().tree();
        Set<Long> users = users(tree);
        if (!users.contains(0L) || tree.files().noneMatch(file -> file.uid() == 0)) {
            return (subject, findings) -> {};
        }
        return (subject, findings) -> {
            if (!users.contains(subject.entry().uid())) {
                findings.add(FOREIGN, "user " + subject.entry().uid());
            }
        };
    }

    private static Set<Long> users(FileTree tree) throws IOException {
        Set<Long> users = new HashSet<>();
        FileEntry passwd = tree.resolveFile(PASSWD).orElse(null);
        if (passwd == null || passwd.content() == null) {
            return users;
        }
        byte[] head;
        try {
            head = passwd.content().head(MOST);
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            return users;
        }
        new String(head, StandardCharsets.ISO_8859_1).lines().forEach(line -> {
            String[] fields = line.split(":", 8);
            if (fields.length == 7 && fields[2].matches("[0-9]{1,10}")) {
                users.add(Long.parseLong(fields[2]));
            }
        });
        return users;
    }
}

package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The modules that the packaged profiles in {@code /usr/share/pam-configs} may put into a stack. pam-auth-update puts a
 * number in place of {@code end} where a module that succeeds skips others, which is the only thing it changes.
 *
 * @param lines every module line of every profile, brought to one form
 * @param names names of the profiles
 * @param files the profiles
 */
record PamProfile(Set<String> lines, Set<String> names, Set<ImagePath> files) {
    private static final ImagePath DIRECTORY = ImagePath.of("/usr/share/pam-configs");
    // What pam-auth-update itself puts where a stack has no primary module.
    private static final List<String> FALLBACK = List.of("[default=1] pam_permit.so", "requisite pam_deny.so");

    static PamProfile read(Books books) throws IOException {
        PamProfile profile = new PamProfile(new HashSet<>(), new HashSet<>(), new TreeSet<>());
        FALLBACK.forEach(line -> profile.lines.add(normal(line)));
        profile.names.add("null");
        for (FileEntry file : books.tree().children(DIRECTORY)) {
            String text = books.isUnchanged(file.path()) ? books.text(file) : null;
            if (text == null) {
                continue;
            }
            profile.files.add(file.path());
            profile.names.add(file.path().name().latin1());
            for (String line : Lines.of(text)) {
                if (line.startsWith(" ") || line.startsWith("\t")) {
                    profile.lines.add(normal(line));
                }
            }
        }
        return profile;
    }

    static String normal(String line) {
        return line.strip().replaceAll("\\s+", " ").replaceAll("=(?:end|\\d{1,4})(?=[\\s\\]])", "=end");
    }
}

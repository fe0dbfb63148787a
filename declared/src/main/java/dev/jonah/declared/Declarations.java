package dev.jonah.declared;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.DeclarationReader;
import dev.jonah.declared.format.Findings;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes declared packages of what a reader finds in one file. All kinds of files give the same further facts: {@code
 * declared.constraint}, {@code .integrity}, {@code .resolved}, {@code .source}, {@code .scope}, and some of their own.
 */
public final class Declarations implements Findings {
    /** Beyond this many packages entries of one package are handed over one by one. */
    private static final int MOST_HELD = 200_000;

    private final ImagePath file;
    private final PackageScan scan;
    private final Function<Declaration, Purl.Builder> naming;
    private final Consumer<SoftwarePackage> out;
    private final Map<Key, Declaration> found = new LinkedHashMap<>();

    /** What makes two entries of a file one package: many a lock file has one entry for each place to install it in. */
    private record Key(
            Purl purl, @Nullable String resolved, @Nullable String source) {}

    private Declarations(
            ImagePath file,
            PackageScan scan,
            Function<Declaration, Purl.Builder> naming,
            Consumer<SoftwarePackage> out) {
        this.file = file;
        this.scan = scan;
        this.naming = naming;
        this.out = out;
    }

    /**
     * Reads a file and hands over its packages; damage becomes a diagnostic.
     *
     * @param naming the package URL of a declaration, without version and qualifiers; may throw {@link
     *     IllegalArgumentException}
     * @throws IOException if a limit is met or the thread was interrupted
     */
    public static void read(
            FileEntry entry,
            PackageScan scan,
            DeclarationReader reader,
            Function<Declaration, Purl.Builder> naming,
            Consumer<SoftwarePackage> out)
            throws IOException {
        Content content = entry.content();
        if (content == null) {
            return;
        }
        Declarations declarations = new Declarations(entry.path(), scan, naming, out);
        try {
            reader.read(content.open(), scan.limits(), declarations);
        } catch (LimitExceededException | InterruptedIOException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            String message = entry.path() + " cannot be read further: " + e.getMessage();
            scan.diagnostics().error("declared.damaged", entry.path(), message);
        } finally {
            declarations.handOver();
        }
    }

    @Override
    public void declared(Declaration one) {
        try {
            Purl.Builder purl = naming.apply(one).version(one.version());
            one.qualifiers().forEach(purl::qualifier);
            found.merge(new Key(purl.build(), one.resolved(), one.source()), one, Declaration::and);
        } catch (IllegalArgumentException e) {
            String message = file + " names a package that cannot be: " + e.getMessage();
            scan.diagnostics().warning("declared.name", file, message);
        }
        if (found.size() > MOST_HELD) {
            handOver();
        }
    }

    private void handOver() {
        found.forEach((key, declaration) -> out.accept(describe(key.purl, declaration)));
        found.clear();
    }

    private SoftwarePackage describe(Purl purl, Declaration one) {
        SoftwarePackage.Builder builder = SoftwarePackage.of(purl, Kind.DECLARED, file)
                .licenses(one.licenses())
                .description(one.description())
                .homepage(one.homepage())
                .dependencies(one.dependencies())
                .extra("declared.constraint", one.constraint())
                .extra("declared.integrity", String.join(" ", one.integrity()))
                .extra("declared.resolved", one.resolved())
                .extra("declared.source", one.source())
                .extra("declared.scope", String.join(", ", one.scopes()));
        one.facts().forEach(builder::extra);
        return builder.build();
    }

    @Override
    public void unread(String what) {
        scan.diagnostics().info("declared.unread", file, "in " + file + " something gives no package: " + what);
    }
}

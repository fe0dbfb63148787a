package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.ManifestReader;
import dev.jonah.appdb.java.format.PomPropertiesReader;
import dev.jonah.appdb.java.format.PomReader;
import dev.jonah.appdb.java.zip.DamagedZipException;
import dev.jonah.appdb.java.zip.ZipArchive;
import dev.jonah.appdb.java.zip.ZipCursor;
import dev.jonah.appdb.java.zip.ZipEntryHead;
import dev.jonah.appdb.java.zip.ZipEntryStream;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.image.Blob;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Reads one archive of an image and those nested in it, each in one pass over its directory. */
final class ArchiveReader {
    private static final int LARGEST_TEXT = 1 << 20;
    private static final int NAMES = 100_000;

    private final ImagePath file;
    private final Budget budget;
    private final Diagnostics diagnostics;
    private final Consumer<ArchiveFacts> out;

    ArchiveReader(ImagePath file, Budget budget, Diagnostics diagnostics, Consumer<ArchiveFacts> out) {
        this.file = file;
        this.budget = budget;
        this.diagnostics = diagnostics;
        this.out = out;
    }

    /** Hands over what is known of the archive after that of the archives in it. */
    void read(Blob bytes, ArchiveFacts facts, int depth) throws IOException {
        try {
            ZipArchive archive = ZipArchive.in(bytes);
            new Pass(archive, facts, depth).run();
        } catch (DamagedZipException e) {
            String code = depth == 0 && facts.entries == 0 ? "java.no-archive" : "java.archive";
            diagnostics.warning(code, file, facts.path + " is damaged or no archive: " + e.getMessage());
        }
        out.accept(facts);
    }

    /** One archive's directory. */
    private final class Pass {
        private final ZipArchive archive;
        private final ArchiveFacts facts;
        private final int depth;
        private final Set<String> seen = new HashSet<>();

        Pass(ZipArchive archive, ArchiveFacts facts, int depth) {
            this.archive = archive;
            this.facts = facts;
            this.depth = depth;
        }

        void run() throws IOException {
            ZipCursor cursor = archive.entries();
            for (ZipEntryHead entry; (entry = cursor.next()) != null; ) {
                if (!budget.takeEntry()) {
                    limit(facts.path + " has too many entries; those after the first " + facts.entries + " are unread");
                    return;
                }
                facts.entries++;
                entry(entry);
            }
            if (cursor.isMiscounted()) {
                diagnostics.warning(
                        "java.archive",
                        file,
                        facts.path + " has " + cursor.count() + " entries, its end record tells of another number");
            }
        }

        private void entry(ZipEntryHead entry) throws IOException {
            String name = entry.name().latin1();
            if (entry.escapes()) {
                diagnostics.warning(
                        "java.entry-name", file, facts.path + " has an entry that leads out of it: " + entry.name());
            }
            if (entry.isDirectory()) {
                return;
            }
            if (name.startsWith("BOOT-INF/") || name.startsWith("WEB-INF/")) {
                facts.application = true;
            }
            if (name.endsWith(".class")) {
                if (!name.startsWith("META-INF/") && !name.startsWith("BOOT-INF/") && !name.startsWith("WEB-INF/")) {
                    facts.sawClass(name.startsWith("classes/") ? name.substring(8) : name);
                }
                return;
            }
            boolean nested = ArchiveKinds.isOne(name);
            if (isMetadata(name) || nested) {
                read(entry, name, nested);
            }
        }

        private void read(ZipEntryHead entry, String name, boolean nested) throws IOException {
            String shown = facts.path + "!/" + entry.name();
            if (seen.size() < NAMES && !seen.add(name)) {
                diagnostics.warning("java.entry-twice", file, shown + " is there more than once; Java takes the last");
            }
            if (!nested && !budget.takeText(entry.size())) {
                limit(shown + " is unread: there is too much of its kind in " + file);
                return;
            }
            try {
                if (archive.isNamedTwice(entry)) {
                    diagnostics.warning("java.entry-damaged", file, shown + " has another name in its own header");
                }
                if (nested) {
                    new NestedArchive(archive, entry, shown).read(depth + 1);
                } else {
                    text(entry, name, shown);
                }
            } catch (DamagedZipException e) {
                diagnostics.warning("java.entry-damaged", file, shown + " cannot be read: " + e.getMessage());
            }
        }

        private boolean isMetadata(String name) {
            if (!name.regionMatches(true, 0, "META-INF/", 0, 9)) {
                return false;
            }
            String upper = name.toUpperCase(Locale.ROOT);
            if (name.startsWith("META-INF/sbom/")) {
                facts.sbom = true;
            } else if (upper.endsWith(".SF") && upper.indexOf('/', 9) < 0) {
                facts.signed = true;
            }
            return upper.equals("META-INF/MANIFEST.MF")
                    || name.startsWith("META-INF/maven/")
                            && (name.endsWith("/pom.properties") || name.endsWith("/pom.xml"));
        }

        private void text(ZipEntryHead entry, String name, String shown) throws IOException {
            byte[] bytes;
            try (ZipEntryStream in = archive.open(entry)) {
                bytes = in.readNBytes(LARGEST_TEXT);
                if (in.damage() != null) {
                    diagnostics.warning("java.entry-damaged", file, shown + " is damaged: " + in.damage());
                }
            }
            if (!name.startsWith("META-INF/maven/")) {
                facts.manifest = ManifestReader.read(bytes);
                return;
            }
            MavenFiles files = facts.maven(name.substring(0, name.lastIndexOf('/')));
            if (name.endsWith("/pom.properties")) {
                files.properties = PomPropertiesReader.read(bytes);
                return;
            }
            try {
                files.pom = PomReader.read(bytes);
            } catch (IOException e) {
                diagnostics.warning("java.pom", file, shown + " cannot be read: " + e.getMessage());
            }
        }
    }

    private void limit(String message) {
        diagnostics.error("java.archive-limit", file, message);
    }

    /** An archive inside another: a slice of it, or unpacked into memory. */
    private final class NestedArchive {
        private final ZipArchive outer;
        private final ZipEntryHead entry;
        private final String shown;

        NestedArchive(ZipArchive outer, ZipEntryHead entry, String shown) {
            this.outer = outer;
            this.entry = entry;
            this.shown = shown;
        }

        void read(int depth) throws IOException {
            if (depth > Budget.DEPTH) {
                limit(shown + " is unread: it lies in " + depth + " other archives");
            } else if (!budget.takeArchive()) {
                limit(shown + " is unread: there are too many archives in " + file);
            } else if (!budget.takeBytes(entry.size())) {
                limit(shown + " is unread: too much was read of " + file + " already");
            } else if (entry.method() == ZipEntryHead.STORED && !entry.isEncrypted()) {
                stored(depth);
            } else {
                unpacked(depth);
            }
        }

        private void stored(int depth) throws IOException {
            ArchiveFacts facts = new ArchiveFacts(shown);
            Blob slice = outer.data(entry);
            try (ZipEntryStream in = outer.open(entry)) {
                facts.sha1 = Checksums.sha1(in);
                complain(in);
            }
            ArchiveReader.this.read(slice, facts, depth);
        }

        private void unpacked(int depth) throws IOException {
            ArchiveFacts facts = new ArchiveFacts(shown);
            // Deflate makes at most 1032 bytes of one; a larger stated size is a lie, and none is reserved for it.
            long memory = Math.min(entry.size(), entry.compressedSize() * 1032 + 1032);
            try (ZipEntryStream in = outer.open(entry)) {
                if (!budget.takeMemory(memory)) {
                    facts.sha1 = Checksums.sha1(in);
                    limit(shown + " is not looked into: it is too large to be unpacked");
                    out.accept(facts);
                    return;
                }
                try {
                    byte[] bytes = in.readNBytes((int) memory);
                    if (in.read() >= 0) {
                        throw new DamagedZipException("it unpacks to more than it can");
                    }
                    complain(in);
                    facts.sha1 = Checksums.sha1(bytes);
                    ArchiveReader.this.read(new MemoryBytes(bytes), facts, depth);
                } finally {
                    budget.giveBack(memory);
                }
            }
        }

        private void complain(ZipEntryStream in) {
            if (in.damage() != null) {
                diagnostics.warning("java.entry-damaged", file, shown + " is damaged: " + in.damage());
            }
        }
    }
}

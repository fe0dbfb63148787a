package dev.jonah.declared.node.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.diagnostic.Limits;
import dev.jonah.support.BoundedInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code bun.lockb}, the binary lock file of Bun before 1.2, of format versions 2 and 3. It is an image of Bun's own
 * tables: one column after another for all packages, then lists that the columns point into, and a store of texts.
 *
 * <p>Read are names, versions, archives, checksums and what each package asks for. Why a package is needed is not.
 */
public final class BunBinaryLockReader {
    private static final int ORIGIN_BYTES = 8;
    private static final int SPAN_BYTES = 8;
    private static final int META_BYTES = 88;
    private static final int META_INTEGRITY = 20;
    private static final int DEPENDENCY_BYTES = 26;
    /** Why something is asked for: to be there beside it, among other bits; or only since it is one of the workspaces. */
    private static final int PEER = 16;

    private static final int WORKSPACE = 32;
    private static final String[] HASHES = {null, "sha1", "sha256", "sha384", "sha512"};
    private static final int[] HASH_BYTES = {0, 20, 32, 48, 64};

    private final BunTables tables;
    private final Findings out;
    private final int count;
    private final int version;
    private long dependencies;

    private BunBinaryLockReader(BunTables tables, int version, Findings out) {
        this.tables = tables;
        this.version = version;
        this.out = out;
        this.count = tables.packages();
    }

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        byte[] bytes;
        try (InputStream bounded = new BoundedInput(in, limits, "the file")) {
            bytes = bounded.readAllBytes();
        }
        int version = BunTables.version(bytes);
        if (version != 2 && version != 3) {
            out.unread("version " + version + " of the format");
            return;
        }
        BunBinaryLockReader reader = new BunBinaryLockReader(new BunTables(bytes), version, out);
        for (int i = 0; i < reader.count; i++) {
            reader.entry(i);
        }
    }

    private void entry(int index) throws IOException {
        int resolutionBytes = version == 2 ? 64 : 72;
        long names = tables.columns();
        long resolutions = names + (long) count * 2 * ORIGIN_BYTES;
        long needs = resolutions + (long) count * resolutionBytes;
        long metas = needs + (long) count * 2 * SPAN_BYTES;
        String name = tables.text(names + (long) index * ORIGIN_BYTES);
        long resolution = resolutions + (long) index * resolutionBytes;
        int kind = tables.unsignedByte(resolution);
        Declaration.Builder found = Declaration.of(name);
        String place = tables.text(resolution + 8);
        switch (kind) {
            case 1 -> found.source("project");
            case 2 -> found.version(version(resolution + 16)).resolved(place);
            case 4 -> found.source("path").resolved(place);
            case 8 -> found.source("path").resolved(place);
            case 16, 24, 32 -> repository(kind, resolution + 8, found);
            case 64 -> found.source("path").resolved("link:" + place);
            case 72 -> found.source("workspace").resolved("workspace:" + place);
            case 80 -> found.source("url").resolved(place);
            default -> {
                out.unread("the entry '" + name + "', of kind " + kind);
                return;
            }
        }
        found.integrity(integrity(metas + (long) index * META_BYTES + META_INTEGRITY));
        dependencies(needs + (long) index * SPAN_BYTES, found);
        if (!name.isEmpty()) {
            out.declared(found);
        }
    }

    /** Three numbers, then what stands behind a dash and what behind a plus. */
    private String version(long at) throws IOException {
        int width = version == 2 ? 4 : 8;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            long number = width == 4 ? tables.unsignedInt(at + 4L * i) : tables.unsignedLong(at + 8L * i);
            text.append(i == 0 ? "" : ".").append(number);
        }
        long tag = at + (width == 4 ? 16 : 24);
        String pre = tables.text(tag);
        String build = tables.text(tag + 16);
        return text + (pre.isEmpty() ? "" : "-" + pre) + (build.isEmpty() ? "" : "+" + build);
    }

    /** Owner, repository, what was asked for and what that was. */
    private void repository(int kind, long at, Declaration.Builder found) throws IOException {
        String owner = tables.text(at);
        String repository = tables.text(at + 8);
        String asked = tables.text(at + 16);
        String host = kind == 16 ? "github:" : kind == 24 ? "gitlab:" : "";
        found.source("git")
                .resolved(host + (owner.isEmpty() ? "" : owner + "/") + repository)
                .constraint(asked)
                .fact("declared.commit", tables.text(at + 24));
    }

    private @Nullable String integrity(long at) throws IOException {
        int algorithm = tables.unsignedByte(at);
        if (algorithm == 0 || algorithm >= HASHES.length) {
            return null;
        }
        byte[] hash = tables.bytes(at + 1, HASH_BYTES[algorithm]);
        return HASHES[algorithm] + "-" + Base64.getEncoder().encodeToString(hash);
    }

    private void dependencies(long span, Declaration.Builder found) throws IOException {
        long first = tables.unsignedInt(span);
        long length = tables.unsignedInt(span + 4);
        dependencies += length;
        if (dependencies > tables.dependencies(DEPENDENCY_BYTES)) {
            throw new IOException("packages share dependencies");
        }
        for (long i = first; i < first + length; i++) {
            long at = tables.dependency(i, DEPENDENCY_BYTES);
            int why = tables.unsignedByte(at + 16);
            if ((why & PEER) == 0 && why != WORKSPACE) {
                found.dependency(tables.text(at), tables.text(at + 18));
            }
        }
    }
}

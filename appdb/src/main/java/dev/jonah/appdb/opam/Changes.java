package dev.jonah.appdb.opam;

import dev.jonah.appdb.opam.format.OpamFile;
import dev.jonah.appdb.opam.format.OpamValue;
import dev.jonah.image.EntryType;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the record of an installation claims: {@code F:} and the MD5 of a file, or its size and time, {@code L:} and the
 * target of a link, {@code D} for a directory.
 */
final class Changes {
    private final ImagePath record;
    private final ImagePath prefix;
    private final PackageScan scan;
    private final Map<ImagePath, PackageFile> claims = new LinkedHashMap<>();

    private Changes(ImagePath record, ImagePath prefix, PackageScan scan) {
        this.record = record;
        this.prefix = prefix;
        this.scan = scan;
    }

    static Collection<PackageFile> of(ImagePath record, OpamFile read, ImagePath prefix, PackageScan scan) {
        Changes changes = new Changes(record, prefix, scan);
        changes.claims.put(
                record,
                PackageFile.at(record, "opam.record").note("the record itself").build());
        for (String field : List.of("added", "contents-changed", "kind-changed")) {
            read.values(field).forEach(changes::add);
        }
        return changes.claims.values();
    }

    private void add(OpamValue value) {
        RawText name = RawText.of(String.valueOf(value.text()));
        ImagePath path = prefix.resolve(name);
        if (prefix.escapes(name) || !path.startsWith(prefix) || path.equals(prefix)) {
            scan.diagnostics()
                    .warning(
                            "opam.record.path", record, record + " lists " + name + ", which is outside of the switch");
            return;
        }
        String state = value.options().replace("\"", "").strip();
        PackageFile.Builder claim = PackageFile.at(path, "opam.record").source(record);
        if (state.startsWith("L:")) {
            claim.type(EntryType.SYMLINK).target(RawText.of(state.substring(2)));
        } else if (state.startsWith("F:")) {
            file(state.substring(2), claim);
        } else if (state.equals("D")) {
            return;
        }
        claims.putIfAbsent(path, claim.build());
    }

    private static void file(String digest, PackageFile.Builder claim) {
        Digest md5 = digest.length() == 32 ? Digest.parse("md5:" + digest) : null;
        Matcher quick = Form.QUICK.matcher(digest);
        claim.type(EntryType.FILE).digest(md5);
        if (quick.matches()) {
            claim.size(number(quick.group(1))).modified(number(quick.group(2)));
        }
    }

    private static @Nullable Long number(String digits) {
        return Long.parseLong(digits);
    }

    private static final class Form {
        static final Pattern QUICK = Pattern.compile("S(\\d{1,18})T(\\d{1,18})(?:\\.\\d*)?");

        private Form() {}
    }
}

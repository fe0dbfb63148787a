package dev.jonah.appdb.conda;

import dev.jonah.appdb.conda.format.CondaRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name of a channel, as short as conda's users write it, and without what would let others in. */
final class Channel {
    private static final List<String> WELL_KNOWN = List.of("conda.anaconda.org/", "repo.anaconda.com/pkgs/");

    private Channel() {}

    /**
     * Where the package came from: {@code conda-forge}, {@code main}, the address of a channel elsewhere; null if nothing
     * tells. The address of the archive counts before the name, which may stand for several channels.
     */
    static @Nullable String of(CondaRecord record) {
        String url = record.url();
        String fileName = record.fileName();
        String address = url != null && url.contains("://") ? url : record.channel();
        if (address == null || address.isBlank() || address.equals("<unknown>")) {
            return null;
        }
        String text = without(address, fileName);
        text = without(text, record.subdir());
        int host = text.indexOf("://") + 3;
        if (host < 3) {
            return text.isEmpty() ? null : text;
        }
        String rest = text.substring(host);
        int path = rest.indexOf('/');
        rest = rest.substring(rest.lastIndexOf('@', path < 0 ? rest.length() : path) + 1);
        rest = rest.replaceFirst("/t/[^/]+(?=/|$)", "");
        for (String known : WELL_KNOWN) {
            if (rest.startsWith(known) && rest.length() > known.length()) {
                return rest.substring(known.length());
            }
        }
        return text.substring(0, host) + rest;
    }

    private static String without(String address, @Nullable String last) {
        String text = address;
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return last != null && text.endsWith("/" + last) ? text.substring(0, text.length() - last.length() - 1) : text;
    }
}

package dev.jonah.declared.node.format;

import org.jspecify.annotations.Nullable;

/**
 * A key of {@code packages} in {@code pnpm-lock.yaml}: {@code /name/1.0.0_peers} of version 5, {@code /name@1.0.0(peers)} of
 * version 6, {@code name@1.0.0} of version 9, or the place of what comes from no registry.
 *
 * @param name with its scope, or null if the key does not tell it
 * @param version or null if the key does not tell it
 * @param place where it comes from, if that is no registry
 */
record PnpmKey(
        @Nullable String name,
        @Nullable String version,
        @Nullable String place) {
    static PnpmKey parse(String key) {
        String text = withoutPeers(key);
        boolean slash = text.startsWith("/");
        String rest = slash ? text.substring(1) : text;
        int at = rest.indexOf('@', 1);
        if (at > 0 && rest.substring(0, at).matches("(@[^/]+/)?[^/@:]+")) {
            String version = rest.substring(at + 1);
            boolean place = version.indexOf(':') >= 0 || version.indexOf('/') >= 0;
            return new PnpmKey(rest.substring(0, at), place ? null : version, place ? version : null);
        }
        int last = rest.lastIndexOf('/');
        if (slash && last > 0) {
            // Peers of version 5 stand behind an underscore, which no version has.
            String version = rest.substring(last + 1);
            int peers = version.indexOf('_');
            return new PnpmKey(rest.substring(0, last), peers < 0 ? version : version.substring(0, peers), null);
        }
        return new PnpmKey(null, null, rest);
    }

    /** The key up to the peers that stand in parentheses. */
    static String withoutPeers(String key) {
        int peers = key.indexOf('(');
        return peers < 0 ? key : key.substring(0, peers);
    }
}

package dev.jonah.declared.apple.format;

import dev.jonah.declared.format.Declaration;
import dev.jonah.declared.format.Findings;
import dev.jonah.declared.format.JsonDocument;
import dev.jonah.declared.format.Outline;
import dev.jonah.declared.format.Value;
import dev.jonah.diagnostic.Limits;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Package.resolved} of versions 1, 2 and 3. A package is named by where its repository is:
 * {@code github.com/apple/swift-log}.
 */
public final class SwiftResolvedReader {
    private SwiftResolvedReader() {}

    /** See {@link dev.jonah.declared.format.DeclarationReader#read}. */
    public static void read(InputStream in, Limits limits, Findings out) throws IOException {
        JsonDocument.read(
                in,
                limits,
                new Outline()
                        .whole(version -> version(version, out), "version")
                        .each((key, pin) -> pin(pin, pin.text("repositoryURL"), out), "object", "pins")
                        .each((key, pin) -> pin(pin, pin.text("location"), out), "pins"));
    }

    private static void version(Value value, Findings out) {
        String version = value.text();
        if (version == null || version.length() != 1 || "123".indexOf(version) < 0) {
            out.unread("version " + version + " of the format");
        }
    }

    private static void pin(Value pin, @Nullable String place, Findings out) {
        String name = place == null ? null : name(place);
        if (name == null) {
            out.unread("a package at '" + place + "'");
            return;
        }
        Value state = pin.get("state");
        out.declared(Declaration.of(name)
                .version(state.text("version"))
                .constraint(state.text("version") == null ? state.text("branch") : null)
                .resolved(place)
                .fact("declared.commit", state.text("revision"))
                .fact(
                        "declared.swift-identity",
                        pin.text("identity") == null ? pin.text("package") : pin.text("identity")));
    }

    /** Host and path of a repository, without scheme, user, port and {@code .git}; null if there is no host. */
    private static @Nullable String name(String place) {
        int scheme = place.indexOf("://");
        String rest = scheme < 0 ? place : place.substring(scheme + 3);
        int slash = rest.indexOf('/');
        int at = rest.indexOf('@');
        if (at >= 0 && (slash < 0 || at < slash)) {
            rest = rest.substring(at + 1);
        }
        if (scheme < 0) {
            if (at < 0) {
                return null;
            }
            // user@host:path
            rest = rest.replaceFirst(":", "/");
        } else {
            rest = rest.replaceFirst("^([^/:]*):[0-9]+/", "$1/");
        }
        String name = rest.endsWith(".git") ? rest.substring(0, rest.length() - 4) : rest;
        return name.indexOf('/') > 0 && !name.endsWith("/") ? name : null;
    }
}

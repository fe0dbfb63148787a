package dev.jonah.packages;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a package URL apart from right to left, as ECMA-427 says ("How to parse a purl string"), and decodes its parts. */
final class PurlParser {
    private final String text;

    private PurlParser(String text) {
        this.text = text;
    }

    static Purl.Builder parse(String text) {
        return new PurlParser(text).parse();
    }

    private Purl.Builder parse() {
        int hash = text.lastIndexOf('#');
        String rest = hash < 0 ? text : text.substring(0, hash);
        int question = rest.lastIndexOf('?');
        String qualifiers = question < 0 ? "" : rest.substring(question + 1);
        rest = stripSlashes(withoutScheme(question < 0 ? rest : rest.substring(0, question)));
        int slash = rest.indexOf('/');
        if (slash <= 0) {
            throw malformed("it has no type or no name");
        }
        String type = rest.substring(0, slash);
        rest = stripSlashes(rest.substring(slash));
        int at = versionSeparator(rest);
        String version = at < 0 ? "" : rest.substring(at + 1);
        rest = stripSlashes(at < 0 ? rest : rest.substring(0, at));
        int last = rest.lastIndexOf('/');

        Purl.Builder builder = Purl.of(type, decode(rest.substring(last + 1)))
                .namespace(segments(last < 0 ? "" : rest.substring(0, last)))
                .version(decode(version))
                .subpath(hash < 0 ? null : segments(text.substring(hash + 1)));
        addQualifiers(qualifiers, builder);
        return builder;
    }

    private String withoutScheme(String rest) {
        if (!rest.regionMatches(true, 0, "pkg:", 0, 4)) {
            throw malformed("it does not begin with pkg:");
        }
        return rest.substring(4);
    }

    /**
     * The right-most at sign. One that begins a segment with more segments after it is none: people write npm scopes
     * unencoded, {@code pkg:npm/@angular/core}.
     */
    private static int versionSeparator(String rest) {
        int at = rest.lastIndexOf('@');
        boolean beginsSegment = at == 0 || at > 0 && rest.charAt(at - 1) == '/';
        return beginsSegment && rest.indexOf('/', at) >= 0 ? -1 : at;
    }

    private void addQualifiers(String qualifiers, Purl.Builder builder) {
        Set<String> keys = new HashSet<>();
        for (String pair : qualifiers.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (equals < 0) {
                throw malformed("the qualifier '" + key + "' has no value");
            } else if (!keys.add(key)) {
                throw malformed("the qualifier '" + key + "' comes twice");
            }
            builder.qualifier(key, decode(pair.substring(equals + 1)));
        }
    }

    private String segments(String path) {
        return Arrays.stream(path.split("/")).map(this::segment).collect(Collectors.joining("/"));
    }

    private String segment(String encoded) {
        String decoded = decode(encoded);
        if (decoded.indexOf('/') >= 0) {
            throw malformed("the segment '" + encoded + "' hides a slash");
        }
        return decoded;
    }

    private String decode(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded;
        }
        byte[] in = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                out.write(in[i]);
                continue;
            }
            int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw malformed("a percent sign is not followed by two hexadecimal digits");
            }
            out.write(high << 4 | low);
            i += 2;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray());
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw malformed("its escapes are not UTF-8");
        }
    }

    private static String stripSlashes(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }

    private IllegalArgumentException malformed(String why) {
        return new IllegalArgumentException("not a package URL: '" + text + "': " + why);
    }
}

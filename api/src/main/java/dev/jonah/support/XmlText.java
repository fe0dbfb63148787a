package dev.jonah.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;

/** The characters of an XML document (XML 1.0, appendix F). */
final class XmlText {
    private static final int HEAD = 200;
    private static final LazyPattern ENCODING =
            LazyPattern.of("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private XmlText() {}

    static Reader of(InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes);
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        int first = head.length > 1 ? (head[0] & 0xff) << 8 | head[1] & 0xff : 0;
        if (first == 0xfeff || first == 0xfffe) {
            return new InputStreamReader(in, StandardCharsets.UTF_16);
        }
        if (first == 0xefbb) {
            in.skipNBytes(Math.min(3, head.length));
            return new Utf8OrLatin1(in);
        }
        Matcher declared = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
        Charset charset = declared.find() ? charset(declared.group(1)) : StandardCharsets.UTF_8;
        return charset.equals(StandardCharsets.UTF_8) ? new Utf8OrLatin1(in) : new InputStreamReader(in, charset);
    }

    private static Charset charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            // What could be read so far shows that its characters are not of two bytes, whatever it says.
            return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")
                    ? StandardCharsets.UTF_8
                    : charset;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}

package dev.jonah.declared.sbom.format;

import dev.jonah.declared.format.JsonDocument;
import dev.jonah.declared.format.Outline;
import dev.jonah.diagnostic.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads bills of materials: CycloneDX in JSON and XML, SPDX 2 in JSON and as tags and values, SPDX 3 in JSON-LD. Which one it
 * is tells the content; names of such files promise little.
 */
public final class BomReader {
    private static final int HEAD = 4096;

    private BomReader() {}

    /**
     * Hands over the bill of materials, as far as it could be read; nothing if it is none. {@code in} is closed.
     *
     * @throws IOException if it is damaged or beyond the limits; what was read before was handed over
     */
    public static void read(InputStream in, Limits limits, Consumer<Bom> out) throws IOException {
        BomBuilder builder = new BomBuilder();
        try (BufferedInputStream buffered = new BufferedInputStream(in)) {
            String head = head(buffered);
            if (head.startsWith("{")) {
                json(buffered, limits, builder);
            } else if (head.startsWith("<")) {
                CycloneDxXml.read(buffered, limits, builder);
            } else if (head.contains("SPDXVersion:")) {
                // Many other files have names like those: databases, drawings.
                SpdxTagValue.read(buffered, limits, builder);
            }
        } finally {
            Bom bom = builder.build();
            if (bom != null) {
                out.accept(bom);
            }
        }
    }

    private static void json(InputStream in, Limits limits, BomBuilder builder) throws IOException {
        Spdx3 linked = new Spdx3(builder);
        Outline outline = linked.outline(new Spdx2(builder).outline(new CycloneDx(builder).outline(new Outline())));
        try {
            JsonDocument.read(in, limits, outline);
        } finally {
            linked.end();
        }
    }

    /** How it begins, one character for each byte, without blanks and a byte order mark. */
    private static String head(BufferedInputStream in) throws IOException {
        in.mark(HEAD);
        String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        in.reset();
        int start = 0;
        while (start < head.length() && (head.charAt(start) <= ' ' || head.charAt(start) > 0x7f)) {
            start++;
        }
        return head.substring(start);
    }
}

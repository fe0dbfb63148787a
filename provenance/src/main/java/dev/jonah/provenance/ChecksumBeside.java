package dev.jonah.provenance;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** A checksum in a file of its own, {@code x.jar.sha1}: it is that of {@code x.jar} beside it, which a package claims. */
final class ChecksumBeside implements Check {
    private static final Map<String, Digest.Algorithm> ALGORITHMS = Map.of(
            "md5", Digest.Algorithm.MD5,
            "sha1", Digest.Algorithm.SHA1,
            "sha256", Digest.Algorithm.SHA256,
            "sha512", Digest.Algorithm.SHA512);
    private static final LazyPattern CHECKSUM = LazyPattern.of("([0-9A-Fa-f]{32,128})(?:\\s+\\*?([^\\s/]+))?\\s*");
    private static final int LONGEST = 512;

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String name = entry.path().name().latin1();
        int dot = name.lastIndexOf('.');
        ImagePath parent = entry.path().parent();
        Digest.Algorithm algorithm = ALGORITHMS.get(name.substring(dot + 1));
        if (parent == null || algorithm == null || entry.size() > LONGEST) {
            return null;
        }
        String base = name.substring(0, dot);
        FileEntry file = books.accountedFile(parent.child(RawText.ofLatin1(base)));
        Content content = file == null ? null : file.content();
        String text = books.text(entry);
        Matcher matcher = CHECKSUM.matcher(text == null ? "" : text);
        if (file == null || content == null || !matcher.matches()) {
            return null;
        }
        boolean named = matcher.group(2) == null || matcher.group(2).equals(base);
        return named && content.digest(algorithm).hex().equals(matcher.group(1).toLowerCase(Locale.ROOT))
                ? Finding.of("the checksum of " + file.path() + " beside it", file.path())
                : null;
    }
}

package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * An empty file that stands for another one, which must be there.
 *
 * @param place what the whole path must fit
 * @param subjects where the other one may be, with {@code $1} and so on for the groups of the place
 */
record Mark(LazyPattern place, List<String> subjects) implements Check {
    static Mark of(String place, String... subjects) {
        return new Mark(LazyPattern.of(place), List.of(subjects));
    }

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) {
        Matcher matcher = place.matcher(entry.path().latin1());
        if (entry.size() != 0 || !matcher.matches()) {
            return null;
        }
        for (String subject : subjects) {
            ImagePath path = ImagePath.of(RawText.ofLatin1(matcher.replaceFirst(subject)));
            FileEntry file = books.tree().resolveFile(path).orElse(null);
            if (file != null) {
                return Finding.of("a mark for " + file.path() + ", empty", file.path());
            }
        }
        return null;
    }
}

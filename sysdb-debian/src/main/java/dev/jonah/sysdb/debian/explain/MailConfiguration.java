package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * exim's configuration as update-exim4.conf puts it together: every line is one of the packaged inputs, or sets a macro
 * to something that is not expanded. Names of macros begin with a capital letter, those of exim's options do not.
 */
final class MailConfiguration implements Check {
    private static final FilePattern INPUTS =
            FilePattern.path("/etc/exim4/exim4.conf.template").orBelow("/etc/exim4/conf.d");
    private static final LazyPattern MACRO =
            LazyPattern.of("|#.*|\\.ifndef \\w+|\\.endif|exim_path = /usr/sbin/exim4|[A-Z]\\w*\\s*=[^${}|`]*");

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        String text = books.text(entry);
        Set<String> known = new HashSet<>();
        TreeSet<ImagePath> inputs = new TreeSet<>();
        for (FileEntry input : books.tree().matching(INPUTS).toList()) {
            String part = books.isAccounted(input.path()) ? books.text(input) : null;
            if (part != null) {
                Lines.of(part).forEach(line -> known.add(line.strip()));
                inputs.add(input.path());
            }
        }
        boolean all = text != null
                && Lines.of(text).stream()
                        .map(String::strip)
                        .allMatch(line ->
                                known.contains(line) || MACRO.matcher(line).matches());
        return all && !inputs.isEmpty() ? Finding.of("put together of exim's packaged configuration", inputs) : null;
    }
}

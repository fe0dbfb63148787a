package dev.jonah.sysdb.debian.explain;

import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * {@code /etc/pam.d/common-*}: the packaged template of that name, with modules of packaged profiles where the template
 * has a variable. Any other module, and any other line, makes it something else.
 */
final class PamStack implements Check {
    private static final LazyPattern VARIABLE =
            LazyPattern.of("\\$(?:account|auth|password|session(?:_nonint)?)_(?:primary|additional)");
    private static final LazyPattern MODULE = LazyPattern.of("-?(account|auth|password|session)\\s+(.+)");

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        FileEntry template = books.tree()
                .resolveFile(ImagePath.of("/usr/share/pam").child(entry.path().name()))
                .orElse(null);
        String shape = template != null && books.isUnchanged(template.path()) ? books.text(template) : null;
        String text = books.text(entry);
        if (template == null || shape == null || text == null) {
            return null;
        }
        PamProfile profile = PamProfile.read(books);
        if (!fits(Lines.of(shape), Lines.of(text), profile)) {
            return null;
        }
        List<ImagePath> inputs = new ArrayList<>(profile.files());
        inputs.add(0, template.path());
        return Finding.of("made by pam-auth-update of " + template.path() + " and packaged profiles", inputs);
    }

    private static boolean fits(List<String> shape, List<String> lines, PamProfile profile) {
        int at = 0;
        for (String expected : shape) {
            if (VARIABLE.matcher(expected.strip()).matches()) {
                while (at < lines.size() && isModule(lines.get(at), profile)) {
                    at++;
                }
            } else if (at < lines.size() && lines.get(at).stripTrailing().equals(expected.stripTrailing())) {
                at++;
            } else {
                return false;
            }
        }
        return at == lines.size();
    }

    private static boolean isModule(String line, PamProfile profile) {
        Matcher module = MODULE.matcher(line.strip());
        return module.matches() && profile.lines().contains(PamProfile.normal(module.group(2)));
    }
}

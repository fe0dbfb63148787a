package dev.jonah.sysdb.alpine.format;

import dev.jonah.value.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One stanza of the database of installed packages.
 *
 * @param fields all lines about the package itself in the order of the file, repeated and unknown ones too
 * @param directories what {@code F:} lines name, in order
 * @param files what {@code R:} lines name, in order
 * @param problems lines that are not as the format has it
 */
public record ApkPackage(
        List<ApkField> fields, List<ApkDirectory> directories, List<ApkFile> files, List<ApkProblem> problems) {
    private static final Pattern BLANKS = Pattern.compile("[ \t]+");

    /** Copies the lists. */
    public ApkPackage {
        fields = List.copyOf(fields);
        directories = List.copyOf(directories);
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** {@code P}, or null. */
    public @Nullable String name() {
        return text('P');
    }

    /** {@code V}, or null. */
    public @Nullable String version() {
        return text('V');
    }

    /** {@code C}: the identity by which triggers and scripts name the package, or null. */
    public @Nullable Digest identity() {
        String text = text('C');
        return text == null ? null : ApkChecksum.parse(text);
    }

    /** Whether {@code f} has this flag: {@code f} broken files, {@code s} script, {@code x} attributes, {@code S}. */
    public boolean hasFlag(char flag) {
        return fields.stream()
                .anyMatch(f -> f.letter() == 'f' && f.value().latin1().indexOf(flag) >= 0);
    }

    /** The value of this letter; of repeated ones the last, as for apk; null if there is none or it is empty. */
    public @Nullable String text(char letter) {
        String found = null;
        for (ApkField field : fields) {
            if (field.letter() == letter) {
                found = field.value().isEmpty() ? null : field.value().toString();
            }
        }
        return found;
    }

    /** The words of all values of this letter. */
    public List<String> words(char letter) {
        List<String> words = new ArrayList<>();
        for (ApkField field : fields) {
            if (field.letter() == letter) {
                for (String word : BLANKS.split(field.value().toString())) {
                    if (!word.isEmpty()) {
                        words.add(word);
                    }
                }
            }
        }
        return words;
    }

    /** The number that this letter has, or null if it is absent or none. */
    public @Nullable Long number(char letter) {
        String text = text(letter);
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }
}

package dev.jonah.provenance;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where accounts come from: the master files of base-passwd, statements of {@code sysusers.d(5)} that packages ship, and
 * scripts of installed dpkg packages: those that name an account, and with which shell they make it.
 */
final class AccountOrigins {
    private static final FilePattern STATEMENTS = FilePattern.below("/usr/lib/sysusers.d", "/etc/sysusers.d");
    private static final FilePattern SCRIPTS = FilePattern.below("/var/lib/dpkg/info");
    private static final String ANY = "-";

    private final Map<String, Known> users = new HashMap<>();
    private final Map<String, Known> groups = new HashMap<>();
    private final Set<String> memberships = new HashSet<>();
    private final Map<String, ImagePath> scriptWords = new HashMap<>();
    private final Set<String> logins = new HashSet<>();

    /**
     * What is known of a user or group.
     *
     * @param number its number, or a dash if any
     * @param primary the number of a user's own group, or a dash if any but that of root
     * @param home its home directory, or a dash if any; of a group a dash
     * @param shell its shell, or a dash if it has none to log in with; of a group a dash
     * @param source the file that says so
     */
    record Known(String number, String primary, String home, String shell, ImagePath source) {}

    private AccountOrigins() {}

    static AccountOrigins of(Books books, List<SoftwarePackage> packages) throws IOException {
        AccountOrigins origins = new AccountOrigins();
        for (FileEntry file : books.accounted(STATEMENTS)) {
            String text = file.path().fileName().endsWith(".conf") ? books.text(file) : null;
            for (String line : text == null ? List.<String>of() : Books.lines(text)) {
                origins.statement(words(line), file.path());
            }
        }
        origins.master(books, "/usr/share/base-passwd/passwd.master", true);
        origins.master(books, "/usr/share/base-passwd/group.master", false);
        origins.scripts(books, packages);
        return origins;
    }

    /** What a master file or statement says of a user; null if none does. */
    @Nullable
    Known user(String name) {
        return users.get(name);
    }

    /** As {@link #user}, of a group. */
    @Nullable
    Known group(String name) {
        return groups.get(name);
    }

    boolean isMember(String user, String group) {
        return memberships.contains(user + ':' + group);
    }

    /** The script of an installed package that names the account; null if none does. */
    @Nullable
    ImagePath script(String name) {
        return scriptWords.get(name);
    }

    /** Whether the script of an installed package makes the account with this home directory and shell. */
    boolean isMade(String name, String home, String shell) {
        return logins.contains(name + ':' + home + ':' + shell);
    }

    private void master(Books books, String path, boolean isUser) throws IOException {
        FileEntry file = books.accountedFile(ImagePath.of(path));
        String text = file == null ? null : books.text(file);
        if (file == null || text == null) {
            return;
        }
        for (String line : Books.lines(text)) {
            String[] fields = line.split(":", -1);
            if (isUser && fields.length == 7) {
                users.put(fields[0], new Known(fields[2], fields[3], fields[5], fields[6], file.path()));
            } else if (!isUser && fields.length == 4) {
                groups.put(fields[0], new Known(fields[2], ANY, ANY, ANY, file.path()));
                for (String member : fields[3].split(",")) {
                    memberships.add(member + ':' + fields[0]);
                }
            }
        }
    }

    /** {@code u name id gecos home shell}, {@code g name id}, {@code m user group}. */
    private void statement(List<String> words, ImagePath source) {
        if (words.size() < 2) {
            return;
        }
        String name = words.get(1);
        switch (words.get(0)) {
            case "u", "u!" -> {
                String number = word(words, 2);
                int colon = number.indexOf(':');
                String own = colon < 0 ? number : number.substring(0, colon);
                users.putIfAbsent(name, new Known(number(own), ANY, word(words, 4), word(words, 5), source));
                if (colon < 0) {
                    groups.putIfAbsent(name, new Known(number(own), ANY, ANY, ANY, source));
                }
            }
            case "g" -> groups.putIfAbsent(name, new Known(number(word(words, 2)), ANY, ANY, ANY, source));
            case "m" -> memberships.add(name + ':' + word(words, 2));
            default -> {
                // ranges of numbers make no account
            }
        }
    }

    private static String word(List<String> words, int index) {
        return index < words.size() ? words.get(index) : ANY;
    }

    /** A path instead of a number means the owner of that file. */
    private static String number(String word) {
        return word.matches("\\d+") ? word : ANY;
    }

    private void scripts(Books books, List<SoftwarePackage> packages) throws IOException {
        Set<String> names = new TreeSet<>();
        for (SoftwarePackage one : packages) {
            if (one.purl().type().equals("deb")) {
                names.add(one.purl().name());
            }
        }
        if (names.isEmpty()) {
            return;
        }
        for (FileEntry file : (Iterable<FileEntry>) books.tree().matching(SCRIPTS)::iterator) {
            String name = file.path().fileName();
            int dot = name.lastIndexOf('.');
            boolean script = dot > 0 && name.substring(dot).matches("\\.(?:preinst|postinst)");
            if (!script || !names.contains(name.substring(0, dot).replaceFirst(":.*", ""))) {
                continue;
            }
            String text = books.text(file);
            if (text != null
                    && (text.contains("adduser")
                            || text.contains("useradd")
                            || text.contains("groupadd")
                            || text.contains("addgroup")
                            || text.contains("sysusers"))) {
                for (String word : text.split("[^A-Za-z0-9_.-]+")) {
                    scriptWords.putIfAbsent(word, file.path());
                }
                for (String command : text.replace("\\\n", " ").split("[\n;&|]+")) {
                    login(words(command));
                }
            }
        }
    }

    /** A command as {@code adduser --home /var/lib/x --shell /bin/sh x}; all that it says must be literal. */
    private void login(List<String> command) {
        String home = after(command, "--home", "-d");
        String shell = after(command, "--shell", "-s");
        boolean makes = command.contains("adduser") || command.contains("useradd");
        if (makes && home != null && shell != null) {
            logins.add(command.get(command.size() - 1) + ':' + home + ':' + shell);
        }
    }

    private static @Nullable String after(List<String> words, String option, String letter) {
        int at = Math.max(words.indexOf(option), words.indexOf(letter));
        return at < 0 || at + 1 >= words.size() ? null : words.get(at + 1);
    }

    /** Words of a line, where quotes keep blanks together and a number sign begins a comment. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        String text = line.strip();
        for (int at = 0; at < text.length() && !text.startsWith("#"); ) {
            char quote = text.charAt(at);
            boolean quoted = quote == '"' || quote == '\'';
            int start = quoted ? at + 1 : at;
            int end = start;
            while (end < text.length()
                    && (quoted ? text.charAt(end) != quote : !Character.isWhitespace(text.charAt(end)))) {
                end++;
            }
            words.add(text.substring(start, end));
            at = quoted ? end + 1 : end;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
        return words;
    }
}

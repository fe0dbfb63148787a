package dev.jonah.provenance;

import dev.jonah.support.LazyPattern;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files with accounts, each with what its lines must be like. Lines are those of {@code passwd(5)} and its like. */
enum AccountFile {
    PASSWD("passwd", 7) {
        @Override
        @Nullable
        ImagePath origin(List<String> fields, AccountOrigins origins, Set<String> users) {
            String name = fields.get(0);
            String shell = fields.get(6);
            AccountOrigins.Known known = origins.user(name);
            boolean numbers = isNumber(fields.get(2)) && isNumber(fields.get(3));
            if (!numbers
                    || !LOCKED_OR_SHADOWED.matcher(fields.get(1)).matches()
                    || isRoot(fields.get(2)) != name.equals("root")) {
                return null;
            }
            if (known != null) {
                boolean same = fits(known.number(), fields.get(2))
                        && (known.primary().equals(fields.get(3))
                                || known.primary().equals("-") && (!isRoot(fields.get(3)) || name.equals("root")))
                        && fits(known.home(), fields.get(5))
                        && (NO_LOGIN.matcher(shell).matches()
                                || shell.equals(known.shell())
                                || name.equals("root") && LOGIN.matcher(shell).matches());
                return same ? known.source() : null;
            }
            boolean expected = NO_LOGIN.matcher(shell).matches() || origins.isMade(name, fields.get(5), shell);
            return isSystem(fields.get(2)) && !isRoot(fields.get(3)) && expected ? origins.script(name) : null;
        }
    },
    GROUP("group", 4) {
        @Override
        @Nullable
        ImagePath origin(List<String> fields, AccountOrigins origins, Set<String> users) {
            String name = fields.get(0);
            AccountOrigins.Known known = origins.group(name);
            boolean sound = isNumber(fields.get(2))
                    && LOCKED_OR_SHADOWED.matcher(fields.get(1)).matches()
                    && isRoot(fields.get(2)) == name.equals("root");
            for (String member : members(fields.get(3))) {
                sound &= mayBeMember(member, name, origins);
            }
            if (!sound) {
                return null;
            }
            if (known != null) {
                return fits(known.number(), fields.get(2)) ? known.source() : null;
            }
            return isSystem(fields.get(2)) ? origins.script(name) : null;
        }
    },
    SHADOW("shadow", 9) {
        @Override
        @Nullable
        ImagePath origin(List<String> fields, AccountOrigins origins, Set<String> users) {
            boolean plain = fields.subList(2, 9).stream().allMatch(field -> field.matches("-?\\d{0,9}"));
            return plain && LOCKED.matcher(fields.get(1)).matches() && users.contains(fields.get(0))
                    ? ImagePath.of("/etc/passwd")
                    : null;
        }
    },
    GSHADOW("gshadow", 4) {
        @Override
        @Nullable
        ImagePath origin(List<String> fields, AccountOrigins origins, Set<String> groups) {
            // Without a password, none but members may enter; they stand in the other file too.
            boolean locked =
                    fields.get(1).isEmpty() || LOCKED.matcher(fields.get(1)).matches();
            boolean members =
                    members(fields.get(3)).stream().allMatch(member -> mayBeMember(member, fields.get(0), origins));
            return locked && members && fields.get(2).isEmpty() && groups.contains(fields.get(0))
                    ? ImagePath.of("/etc/group")
                    : null;
        }
    },
    SUBUID("subuid", 3) {
        @Override
        @Nullable
        ImagePath origin(List<String> fields, AccountOrigins origins, Set<String> users) {
            return subordinate(fields, users);
        }
    },
    SUBGID("subgid", 3) {
        @Override
        @Nullable
        ImagePath origin(List<String> fields, AccountOrigins origins, Set<String> users) {
            return subordinate(fields, users);
        }
    };

    private static final LazyPattern LOCKED_OR_SHADOWED = LazyPattern.of("x|\\*|!{1,2}\\*?");
    private static final LazyPattern LOCKED = LazyPattern.of("\\*|!{1,2}\\*?|\\*LK\\*");
    private static final LazyPattern NO_LOGIN = LazyPattern.of("(?:/usr)?/s?bin/(?:nologin|false|sync|shutdown|halt)");
    private static final LazyPattern LOGIN = LazyPattern.of("(?:/usr)?/bin/(?:ba|da|a)?sh");
    private static final LazyPattern NAME = LazyPattern.of("[A-Za-z0-9_][A-Za-z0-9_.-]{0,255}\\$?");
    private static final long LAST_SYSTEM = 999;
    private static final long FIRST_SUBORDINATE = 65_536;

    private final String file;
    private final int fields;

    AccountFile(String file, int fields) {
        this.file = file;
        this.fields = fields;
    }

    /** What accounts for one line: the file that a person would look into; null if nothing does. */
    abstract @Nullable ImagePath origin(List<String> line, AccountOrigins origins, Set<String> names);

    ImagePath path() {
        return ImagePath.of("/etc/" + file);
    }

    ImagePath backup() {
        return ImagePath.of("/etc/" + file + "-");
    }

    /** The file that names the accounts that this one has more of; itself if it is one. */
    AccountFile names() {
        return this == GROUP || this == GSHADOW ? GROUP : PASSWD;
    }

    /** The fields of each line; null if one of them has another number of fields, or no name of an account. */
    @Nullable
    List<List<String>> lines(String text) {
        List<List<String>> lines = new ArrayList<>();
        for (String line : Books.lines(text)) {
            List<String> parts = List.of(line.split(":", -1));
            if (parts.size() != fields || !NAME.matcher(parts.get(0)).matches()) {
                return null;
            }
            lines.add(parts);
        }
        return lines;
    }

    /** Whether the line is of an account that may do everything. */
    boolean isAllPowerful(List<String> line) {
        return (this == PASSWD || this == GROUP) && isRoot(line.get(2));
    }

    private static @Nullable ImagePath subordinate(List<String> fields, Set<String> users) {
        boolean sound = users.contains(fields.get(0))
                && isNumber(fields.get(1))
                && isNumber(fields.get(2))
                && Long.parseLong(fields.get(1)) >= FIRST_SUBORDINATE;
        return sound ? ImagePath.of("/etc/passwd") : null;
    }

    /** Who a script puts into a group of its own package gains nothing that matters. */
    private static boolean mayBeMember(String member, String group, AccountOrigins origins) {
        return origins.isMember(member, group) || origins.group(group) == null && origins.script(member) != null;
    }

    private static Set<String> members(String field) {
        return field.isEmpty() ? Set.of() : new TreeSet<>(List.of(field.split(",")));
    }

    private static boolean fits(String known, String field) {
        return known.equals("-") || known.equals(field);
    }

    private static boolean isNumber(String field) {
        return field.matches("\\d{1,10}");
    }

    private static boolean isRoot(String number) {
        return number.matches("0+");
    }

    private static boolean isSystem(String number) {
        return !isRoot(number) && Long.parseLong(number) <= LAST_SYSTEM;
    }
}

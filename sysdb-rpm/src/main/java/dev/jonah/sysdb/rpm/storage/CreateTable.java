package dev.jonah.sysdb.rpm.storage;

import dev.jonah.sysdb.rpm.storage.SqlTokens.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code CREATE TABLE} as far as it tells where the values of a row are: names of columns, the primary key, what is
 * computed, {@code WITHOUT ROWID}. Whatever else it says is passed over.
 */
final class CreateTable {
    private static final Set<String> CONSTRAINTS = Set.of("constraint", "primary", "unique", "check", "foreign");

    private final List<String> columns = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final List<Boolean> kept = new ArrayList<>();
    private final Set<Integer> integers = new HashSet<>();
    // Indexes of columns, in the order of the key.
    private final Set<Integer> key = new LinkedHashSet<>();
    private boolean descending;

    private CreateTable() {}

    static SqliteTable parse(String name, int root, String statement) {
        return new CreateTable().read(name, root, SqlTokens.of(statement));
    }

    private SqliteTable read(String name, int root, List<Token> tokens) {
        int depth = 0;
        int start = 0;
        int end = 0;
        for (; end < tokens.size(); end++) {
            Token token = tokens.get(end);
            boolean closes = token.is(")") && --depth == 0;
            if (closes || depth == 1 && token.is(",")) {
                definition(tokens.subList(start, end));
                start = end + 1;
            }
            if (closes) {
                break;
            }
            if (token.is("(") && ++depth == 1) {
                start = end + 1;
            }
        }
        boolean ordinary = true;
        for (int i = end; i + 1 < tokens.size(); i++) {
            ordinary &= !(tokens.get(i).is("without") && tokens.get(i + 1).is("rowid"));
        }
        boolean alias = ordinary && key.size() == 1 && integers.containsAll(key) && !descending;
        int rowNumber = alias ? key.iterator().next() : -1;
        return new SqliteTable(name, root, columns, places(ordinary ? Set.of() : key), rowNumber, ordinary);
    }

    private void definition(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        Token first = tokens.get(0);
        boolean column = first.quoted() || !CONSTRAINTS.contains(first.text().toLowerCase(Locale.ROOT));
        if (column) {
            byName.putIfAbsent(first.text().toLowerCase(Locale.ROOT), columns.size());
            columns.add(first.text());
            kept.add(!isComputed(tokens));
            if (tokens.size() > 1
                    && tokens.get(1).is("integer")
                    && !(tokens.size() > 2 && goesOnAsType(tokens.get(2)))) {
                integers.add(columns.size() - 1);
            }
        }
        int primary = find(tokens, column ? 1 : 0, "primary", "key");
        if (primary < 0) {
            return;
        }
        if (column) {
            key.add(columns.size() - 1);
            descending = primary + 2 < tokens.size() && tokens.get(primary + 2).is("desc");
        } else {
            keyOf(tokens, primary + 2);
        }
    }

    /** Types may have several words; a row's number has another name only where the type is no more than INTEGER. */
    private static boolean goesOnAsType(Token token) {
        Set<String> begin = Set.of(
                "constraint",
                "primary",
                "not",
                "null",
                "unique",
                "check",
                "default",
                "collate",
                "references",
                "generated",
                "as");
        return token.quoted() || !begin.contains(token.text().toLowerCase(Locale.ROOT));
    }

    private static boolean isComputed(List<Token> tokens) {
        return find(tokens, 1, "as") >= 0 && find(tokens, 1, "stored") < 0;
    }

    /** Where these keywords follow each other outside brackets; -1 if nowhere. */
    private static int find(List<Token> tokens, int from, String... keywords) {
        int depth = 0;
        for (int i = from; i + keywords.length <= tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            boolean all = depth == 0;
            for (int k = 0; all && k < keywords.length; k++) {
                all = tokens.get(i + k).is(keywords[k]);
            }
            if (all) {
                return i;
            }
        }
        return -1;
    }

    /** The names in brackets, each the first word between two commas. */
    private void keyOf(List<Token> tokens, int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean begins = depth == 0 && token.is("(") || depth == 1 && token.is(",");
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                return;
            }
            if (begins && i + 1 < tokens.size()) {
                Integer column = byName.get(tokens.get(i + 1).text().toLowerCase(Locale.ROOT));
                if (column != null) {
                    key.add(column);
                }
            }
        }
    }

    /** Which value of a row each column is: first come those of the key, then the others. */
    private List<Integer> places(Set<Integer> first) {
        Set<Integer> order = new LinkedHashSet<>(first);
        for (int i = 0; i < columns.size(); i++) {
            if (kept.get(i)) {
                order.add(i);
            }
        }
        List<Integer> places = new ArrayList<>(Collections.nCopies(columns.size(), -1));
        int place = 0;
        for (int column : order) {
            places.set(column, place++);
        }
        return places;
    }
}

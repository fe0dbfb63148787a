package dev.jonah.cli;

import dev.jonah.diagnostic.Limits;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code --limit NAME=VALUE}; the value may end in K, M or G, which count in steps of 1024. */
final class LimitOption {
    private LimitOption() {}

    /**
     * @throws UsageException if there is no such limit, or the value is no number
     */
    static Limits parse(List<String> settings) {
        if (settings.isEmpty()) {
            return Limits.defaults();
        }
        Limits.Builder limits = Limits.builder();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            String id = equals < 0 ? setting : setting.substring(0, equals);
            Limits.Name name = Limits.Name.byId(id);
            if (name == null) {
                throw new UsageException("--limit: there is no limit '" + id + "'; there are " + names());
            }
            if (equals < 0) {
                throw new UsageException("--limit: " + setting + " needs a value: " + setting + "=N, " + name.meaning()
                        + ", " + name.defaultValue() + " unless set");
            }
            limits.set(name, value(setting, setting.substring(equals + 1)));
        }
        return limits.build();
    }

    private static long value(String setting, String text) {
        int shift = text.isEmpty()
                ? 0
                : switch (text.charAt(text.length() - 1)) {
                    case 'k', 'K' -> 10;
                    case 'm', 'M' -> 20;
                    case 'g', 'G' -> 30;
                    default -> 0;
                };
        try {
            long number = Long.parseLong(shift == 0 ? text : text.substring(0, text.length() - 1));
            long value = Math.multiplyExact(number, 1L << shift);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // told below
        }
        throw new UsageException(
                "--limit: the value of " + setting + " is no number of bytes or things: 1000, 512M, 2G");
    }

    private static String names() {
        List<String> names = new ArrayList<>();
        for (Limits.Name name : Limits.Name.values()) {
            names.add(name.id());
        }
        return String.join(", ", names);
    }
}

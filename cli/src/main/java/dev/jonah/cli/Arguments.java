package dev.jonah.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options and operands of one command line. What is not there comes from the environment: {@code --fail-on} has the
 * variable {@code JONAH_FAIL_ON}; an empty one counts as not set.
 */
final class Arguments {
    /** The operand that names an image. */
    static final String IMAGE = "IMAGE";

    private final ParseResult parsed;
    private final Map<String, String> environment;

    Arguments(ParseResult parsed, Map<String, String> environment) {
        this.parsed = parsed;
        this.environment = environment;
    }

    /** The value of an option, or null. */
    @Nullable
    String text(String option) {
        OptionSpec matched = parsed.matchedOption(option);
        return matched != null ? matched.<String>getValue() : variable(option);
    }

    /** All values of an option that takes lists, in order: it may be repeated, and commas part values. */
    List<String> list(String option) {
        List<String> parts = new ArrayList<>();
        for (String value : values(option)) {
            for (String part : value.split(",")) {
                if (!part.isBlank()) {
                    parts.add(part.strip());
                }
            }
        }
        return parts;
    }

    /** All values of an option that may be repeated, in order. */
    List<String> values(String option) {
        OptionSpec matched = parsed.matchedOption(option);
        if (matched != null) {
            return matched.<List<String>>getValue();
        }
        String variable = variable(option);
        return variable == null ? List.of() : List.of(variable);
    }

    /**
     * Whether an option without a value is given.
     *
     * @throws UsageException if its variable is neither true nor false
     */
    boolean flag(String option) {
        String value = parsed.hasMatchedOption(option) ? "true" : variable(option);
        return switch (value == null ? "false" : value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw new UsageException(variableOf(option) + ": '" + value + "' is neither true nor false");
        };
    }

    /**
     * The value of an option that takes a number.
     *
     * @throws UsageException if it is none, or below {@code least}
     */
    int number(String option, int least, int otherwise) {
        String text = text(option);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new UsageException(option + ": '" + text + "' is no number from " + least + " on");
    }

    /** The argument with this label; empty if the command has none such. */
    String operand(String label) {
        for (PositionalParamSpec operand : parsed.matchedPositionals()) {
            if (operand.paramLabel().equals(label)) {
                return operand.getValue();
            }
        }
        return "";
    }

    /** What the command reads, for messages; may be empty. */
    String subject() {
        String image = operand(IMAGE);
        return image.equals("-") ? "standard input" : image;
    }

    private @Nullable String variable(String option) {
        String value = environment.get(variableOf(option));
        return value == null || value.isEmpty() ? null : value;
    }

    private static String variableOf(String option) {
        return "JONAH_" + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}

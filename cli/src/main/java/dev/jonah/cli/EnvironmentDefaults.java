package dev.jonah.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives every option a variable: {@code --fail-on} has {@code JONAH_FAIL_ON}. An empty one counts as not set. */
final class EnvironmentDefaults implements IDefaultValueProvider {
    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp()) {
            return null;
        }
        String value = environment.get(variable(option.longestName()));
        if (value == null || value.isEmpty()) {
            return null;
        }
        return option.arity().max() > 0 ? value : flag(value);
    }

    static String variable(String option) {
        return "JONAH_" + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String flag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "1", "yes", "on" -> "true";
            case "0", "no", "off" -> "false";
            default -> value;
        };
    }
}

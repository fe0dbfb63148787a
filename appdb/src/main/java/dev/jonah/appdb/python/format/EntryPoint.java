package dev.jonah.appdb.python.format;

/**
 * One line of {@code entry_points.txt}.
 *
 * @param group in whose section it stands: {@code console_scripts}
 * @param name of the entry point, such as the command
 * @param target what it leads to: {@code package.module:function}
 */
public record EntryPoint(String group, String name, String target) {}

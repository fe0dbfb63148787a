package dev.jonah.cli;

import dev.jonah.pipeline.ScanListener;
import java.util.Locale;

/** Says on standard error how far a scan is: one line drawn over and over, or a line for each step. */
final class Progress implements ScanListener {
    private static final long INTERVAL = 100_000_000L;
    private static final long SILENCE_AT_FIRST = 300_000_000L;

    private enum Style {
        NONE,
        PLAIN,
        DRAWN
    }

    private final Terminal terminal;
    private final Style style;
    private volatile long nextDrawing = System.nanoTime() + SILENCE_AT_FIRST;
    private volatile String step = "";
    private volatile boolean reading;
    private long read;
    private boolean drawn;

    private Progress(Terminal terminal, Style style) {
        this.terminal = terminal;
        this.style = style;
    }

    /**
     * As the options {@code --progress} and {@code --quiet} say.
     *
     * @throws UsageException if the option has no meaning
     */
    static Progress of(Terminal terminal, Arguments arguments) {
        String given = arguments.text("--progress");
        Style style = switch (given == null ? "auto" : given) {
            case "none" -> Style.NONE;
            case "plain" -> Style.PLAIN;
            case "auto" -> terminal.errIsTerminal() && !terminal.isDumb() ? Style.DRAWN : Style.NONE;
            default -> throw new UsageException("--progress: '" + given + "' is none of auto, plain, none");
        };
        return new Progress(terminal, arguments.flag("--quiet") ? Style.NONE : style);
    }

    /** Called from any thread, for every buffer that is read: the common case is one comparison. */
    @Override
    public void reading(long bytes, long total) {
        if (style == Style.PLAIN && !reading) {
            beginReading(total);
        } else if (style == Style.DRAWN && System.nanoTime() - nextDrawing >= 0) {
            drawReading(bytes, total);
        }
    }

    /** Threads tell out of turn; the number shown never goes back. */
    private synchronized void drawReading(long bytes, long total) {
        if (bytes > read) {
            read = bytes;
            draw("reading layers " + Sizes.text(bytes) + " of " + Sizes.text(total) + share(bytes, total));
        }
    }

    private synchronized void beginReading(long total) {
        if (!reading) {
            reading = true;
            terminal.message("reading layers, " + Sizes.text(total));
        }
    }

    @Override
    public void stepBegins(String name, int number, int steps) {
        step = name.replace('-', ' ') + " (step " + number + " of " + steps + ")";
        if (style == Style.PLAIN) {
            terminal.message(step);
        } else if (style == Style.DRAWN && System.nanoTime() - nextDrawing >= 0) {
            draw(step);
        }
    }

    @Override
    public void progress(long done, long total) {
        if (style == Style.DRAWN && System.nanoTime() - nextDrawing >= 0) {
            draw(step + " " + done + " of " + total + share(done, total));
        }
    }

    private static String share(long done, long total) {
        return total <= 0 ? "" : String.format(Locale.ROOT, ", %d %%", Math.min(100, done * 100 / total));
    }

    private synchronized void draw(String text) {
        nextDrawing = System.nanoTime() + INTERVAL;
        drawn = true;
        terminal.err().print("\r\u001b[K" + Columns.cut(text, 79));
        terminal.err().flush();
    }

    /** Removes the line, if one is drawn. */
    synchronized void clear() {
        if (drawn) {
            drawn = false;
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }
}

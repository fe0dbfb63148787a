package dev.jonah.cli;

import dev.jonah.result.ResultWriter;
import dev.jonah.result.ScanResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a result for people: the books in five lines, and what to look at first. */
public final class SummaryWriter implements ResultWriter {
    static final String FORMAT = "summary";

    private static final int COLUMNS = 80;

    private final int columns;
    private final boolean coloured;

    /** For 80 columns, without colour. */
    public SummaryWriter() {
        this(COLUMNS, false);
    }

    SummaryWriter(int columns, boolean coloured) {
        this.columns = columns;
        this.coloured = coloured;
    }

    @Override
    public String id() {
        return "jonah.output.summary";
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void write(ScanResult result, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        new SummaryHead(result, columns).append(text);
        new LookAt(result, columns, coloured).append(text);
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}

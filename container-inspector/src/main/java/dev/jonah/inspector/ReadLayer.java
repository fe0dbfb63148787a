package dev.jonah.inspector;

import dev.jonah.diagnostic.DiagnosticCollector;
import dev.jonah.image.LayerEntry;
import dev.jonah.image.LayerReader;
import java.util.List;

/**
 * What reading one layer gave.
 *
 * @param entries in the order stored
 * @param summary digests and sizes
 * @param complete whether all of it was read
 * @param diagnostics what was noticed
 */
record ReadLayer(
        List<LayerEntry> entries, LayerReader.Summary summary, boolean complete, DiagnosticCollector diagnostics) {}

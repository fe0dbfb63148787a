package dev.jonah.cli;

import dev.jonah.image.ImageReader;
import dev.jonah.image.LayerReader;
import dev.jonah.inspector.Inspector;
import dev.jonah.plugin.Plugin;
import dev.jonah.plugin.PluginLoader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Readers of images and of layers, those of the plugin path too, without those that are disabled. */
final class Readers {
    private final List<PluginLoader.Failure> failures = new ArrayList<>();
    private final List<ImageReader> imageReaders;
    private final List<LayerReader> layerReaders;

    Readers(ClassLoader loader, List<String> disabled) {
        imageReaders = load(ImageReader.class, loader, disabled);
        layerReaders = load(LayerReader.class, loader, disabled);
    }

    private <P extends Plugin> List<P> load(Class<P> kind, ClassLoader loader, List<String> disabled) {
        List<P> enabled = new ArrayList<>(PluginLoader.load(kind, loader, failures::add));
        enabled.removeIf(plugin -> disabled.contains(plugin.id()));
        return enabled;
    }

    List<ImageReader> imageReaders() {
        return imageReaders;
    }

    List<LayerReader> layerReaders() {
        return layerReaders;
    }

    List<PluginLoader.Failure> failures() {
        return failures;
    }

    Inspector inspector() {
        return new Inspector(imageReaders, layerReaders);
    }

    /** The names that force a reader. */
    Set<String> formats() {
        Set<String> formats = new LinkedHashSet<>();
        imageReaders.forEach(reader -> formats.addAll(reader.formats()));
        return formats;
    }
}

package dev.jonah.distro.detect;

import dev.jonah.distro.Distro;
import dev.jonah.distro.Distro.Confidence;
import dev.jonah.value.ImagePath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects what one piece of evidence says; blank values are unknown. */
final class Opinion {
    private final String id;
    private final Confidence confidence;
    private final ImagePath evidence;
    private List<String> idLike = List.of();
    private @Nullable String name;
    private @Nullable String version;
    private @Nullable String codename;
    private @Nullable String prettyName;
    private @Nullable String variant;
    private @Nullable String buildId;

    Opinion(String id, Confidence confidence, ImagePath evidence) {
        this.id = id.toLowerCase(Locale.ROOT);
        this.confidence = confidence;
        this.evidence = evidence;
    }

    Opinion idLike(@Nullable String words) {
        idLike = words == null
                ? List.of()
                : Arrays.stream(words.split("\\s+")).filter(w -> !w.isEmpty()).toList();
        return this;
    }

    Opinion name(@Nullable String value) {
        name = known(value);
        return this;
    }

    Opinion version(@Nullable String value) {
        version = known(value);
        return this;
    }

    Opinion codename(@Nullable String value) {
        codename = known(value);
        return this;
    }

    Opinion prettyName(@Nullable String value) {
        prettyName = known(value);
        return this;
    }

    Opinion variant(@Nullable String value) {
        variant = known(value);
        return this;
    }

    Opinion buildId(@Nullable String value) {
        buildId = known(value);
        return this;
    }

    Distro distro() {
        return new Distro(
                id,
                idLike,
                name,
                version,
                codename,
                prettyName,
                variant,
                buildId,
                PurlNames.namespace(id),
                PurlNames.distro(id, version, codename),
                confidence,
                evidence);
    }

    static @Nullable String known(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}

package dev.jonah.appdb.ruby;

import dev.jonah.appdb.ruby.GemPlace.Form;
import dev.jonah.appdb.ruby.format.GemSpecification;
import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.packages.Purl;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which gem a specification is of.
 *
 * @param name of the gem
 * @param version or null, for checkouts whose specification computes it
 * @param platform {@code ruby} if it runs on all
 */
record GemIdentity(String name, @Nullable String version, String platform) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,254}");
    private static final Pattern VERSION = Pattern.compile("[0-9][0-9A-Za-z.-]{0,254}");
    private static final Pattern PLATFORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
    /** As RubyGems calls files: the name ends at the first hyphen that a digit follows. */
    private static final Pattern LABEL = Pattern.compile("(.+?)-([0-9][^-]*)(?:-(.+))?");

    /** What the specification says, else what its file is called; null, with a diagnostic, if neither names a gem. */
    static @Nullable GemIdentity of(GemPlace place, GemSpecification specification, Diagnostics diagnostics) {
        GemIdentity said = said(specification);
        GemIdentity called = called(place);
        if (said == null && called == null) {
            if (place.form() != Form.CHECKOUT || specification.isGenerated()) {
                diagnostics.warning("gem.specification.nameless", place.manifest(), place.manifest() + " names no gem");
            }
            return null;
        }
        if (said == null) {
            return called;
        }
        if (place.form() != Form.CHECKOUT && !said.fullName().equals(place.label())) {
            diagnostics.warning(
                    "gem.specification.name",
                    place.manifest(),
                    place.manifest() + " is the specification of " + said.fullName());
        }
        return said;
    }

    private static @Nullable GemIdentity said(GemSpecification specification) {
        String name = specification.name();
        String version = specification.version();
        String platform = specification.platform();
        return name != null
                        && version != null
                        && NAME.matcher(name).matches()
                        && VERSION.matcher(version).matches()
                        && PLATFORM.matcher(platform).matches()
                ? new GemIdentity(name, version, platform)
                : null;
    }

    private static @Nullable GemIdentity called(GemPlace place) {
        if (place.form() == Form.CHECKOUT) {
            // Only the main specification of a checkout can be told from others by its name.
            String checkout = String.valueOf(place.checkout());
            boolean main = checkout.endsWith("/" + place.label() + "-" + place.revision());
            return main && NAME.matcher(place.label()).matches()
                    ? new GemIdentity(place.label(), null, GemSpecification.ANY_PLATFORM)
                    : null;
        }
        Matcher parts = LABEL.matcher(place.label());
        if (!parts.matches()) {
            return null;
        }
        String platform = parts.group(3) == null ? GemSpecification.ANY_PLATFORM : parts.group(3);
        return NAME.matcher(parts.group(1)).matches()
                        && VERSION.matcher(parts.group(2)).matches()
                        && PLATFORM.matcher(platform).matches()
                ? new GemIdentity(parts.group(1), parts.group(2), platform)
                : null;
    }

    /** Name, version, and platform unless it runs on all: what RubyGems calls its directory. */
    String fullName() {
        return name + "-" + version + (isAnywhere() ? "" : "-" + platform);
    }

    private boolean isAnywhere() {
        return platform.equals(GemSpecification.ANY_PLATFORM);
    }

    /** The package URL. */
    Purl purl() {
        return Purl.of("gem", name)
                .version(version)
                .qualifier("platform", isAnywhere() ? null : platform)
                .build();
    }
}

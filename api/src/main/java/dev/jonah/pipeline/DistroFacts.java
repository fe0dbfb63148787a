package dev.jonah.pipeline;

import dev.jonah.distro.Distro;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which distribution it is.
 *
 * @param chosen the surest opinion, or null if there is none
 * @param opinions all of them
 */
public record DistroFacts(@Nullable Opinion chosen, List<Opinion> opinions) {
    /**
     * What one detector thinks.
     *
     * @param detector its id
     * @param distro what it found
     */
    public record Opinion(String detector, Distro distro) {}

    /** Copies the list. */
    public DistroFacts {
        opinions = List.copyOf(opinions);
    }
}

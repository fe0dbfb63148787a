package dev.jonah.core.steps;

import dev.jonah.core.run.PluginCall;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.packages.SoftwarePackage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Takes the packages of one plugin within the limit; what is above it is counted and reported once. */
final class PackageSink implements Consumer<SoftwarePackage> {
    private final PluginCall call;
    private final Limits limits;
    private final List<SoftwarePackage> packages = new ArrayList<>();
    private boolean full;

    PackageSink(PluginCall call, Limits limits) {
        this.call = call;
        this.limits = limits;
    }

    @Override
    public void accept(SoftwarePackage found) {
        long limit = limits.get(Limits.Name.PACKAGES);
        if (packages.size() < limit) {
            packages.add(found);
            call.reported();
        } else if (!full) {
            full = true;
            call.diagnostics()
                    .error(
                            "plugin.limit",
                            null,
                            String.valueOf(
                                    new LimitExceededException(Limits.Name.PACKAGES, limit, "the number of packages")
                                            .getMessage()));
        }
    }

    List<SoftwarePackage> packages() {
        return packages;
    }
}

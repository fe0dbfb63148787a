package dev.jonah.core.steps;

import dev.jonah.core.run.PluginCall;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.TrustedKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Takes packages and keys of one plugin within the limit; that there are more is reported once for each. */
final class PackageSink implements Consumer<SoftwarePackage> {
    private final PluginCall call;
    private final Limits limits;
    private final List<SoftwarePackage> packages = new ArrayList<>();
    private final List<SoftwarePackage> declared = new ArrayList<>();
    private final Set<TrustedKey> keys = new LinkedHashSet<>();
    private boolean full;
    private boolean fullOfDeclared;
    private boolean fullOfKeys;

    PackageSink(PluginCall call, Limits limits) {
        this.call = call;
        this.limits = limits;
    }

    @Override
    public void accept(SoftwarePackage found) {
        if (found.kind() == SoftwarePackage.Kind.DECLARED) {
            acceptDeclared(found);
        } else if (packages.size() < limits.get(Limits.Name.PACKAGES)) {
            packages.add(found);
            call.reported();
        } else if (!full) {
            full = true;
            exceeded(Limits.Name.PACKAGES, "the number of packages");
        }
    }

    private void acceptDeclared(SoftwarePackage found) {
        if (declared.size() < limits.get(Limits.Name.DECLARED_PACKAGES)) {
            declared.add(found);
            call.reported();
        } else if (!fullOfDeclared) {
            fullOfDeclared = true;
            exceeded(Limits.Name.DECLARED_PACKAGES, "the number of declared packages");
        }
    }

    /** Takes a key; one that was told before is no further one. */
    void acceptKey(TrustedKey key) {
        if (keys.size() < limits.get(Limits.Name.PACKAGES) || keys.contains(key)) {
            keys.add(key);
        } else if (!fullOfKeys) {
            fullOfKeys = true;
            exceeded(Limits.Name.PACKAGES, "the number of keys");
        }
    }

    private void exceeded(Limits.Name limit, String what) {
        String message = String.valueOf(new LimitExceededException(limit, limits.get(limit), what).getMessage());
        call.diagnostics().error("plugin.limit", null, message);
    }

    /** Those that are installed. */
    List<SoftwarePackage> packages() {
        return packages;
    }

    /** Those that something declares. */
    List<SoftwarePackage> declared() {
        return declared;
    }

    List<TrustedKey> keys() {
        return List.copyOf(keys);
    }
}

package dev.jonah.declared;

import dev.jonah.value.ImagePath;

/** Where a lock file lies. */
public final class Places {
    private static final String[] HOMES = {
        "/node_modules/",
        "/site-packages/",
        "/dist-packages/",
        "/bower_components/",
        "/go/pkg/mod/",
        "/cargo/registry/",
        "/.cargo/registry/",
        "/cargo/git/",
        "/.cargo/git/",
        "/.bundle/ruby/",
        "/vendor/bundle/ruby/",
        "/.pub-cache/",
        "/.composer/cache/",
        "/.gradle/caches/",
        "/.m2/repository/",
        "/.nuget/packages/",
        "/.yarn/unplugged/",
    };

    private Places() {}

    /**
     * Whether a file lies where a package manager puts packages. A lock file there came in a package and tells what its
     * author worked with; nobody asked for that in this image.
     */
    public static boolean insidePackages(ImagePath path) {
        String text = path.latin1();
        for (String home : HOMES) {
            if (text.contains(home)) {
                return true;
            }
        }
        return text.contains("/gems/") && text.contains("/ruby/");
    }
}

package dev.jonah.appdb.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.value.ImagePath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HierarchyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/usr", "/opt", "/usr/lib", "/usr/local", "/usr/local/share", "/var/lib", "/home/user"})
    void directoriesOfTheStandardAreShared(String path) {
        assertThat(Hierarchy.isShared(ImagePath.of(path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/app", "/opt/app", "/usr/app", "/usr/lib/R", "/usr/local/lib/app", "/home/user/app", "/var/app"
            })
    void othersMayBeOnePackages(String path) {
        assertThat(Hierarchy.isShared(ImagePath.of(path))).isFalse();
    }
}

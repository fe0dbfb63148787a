package dev.jonah.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jonah.plugin.Plugin;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/**
 * What every plugin keeps, whatever its kind. Extend the contract of your SPI instead.
 *
 * @param <P> the SPI
 */
public abstract class PluginContract<P extends Plugin> {
    private final Class<P> service;

    PluginContract(Class<P> service) {
        this.service = service;
    }

    /** A new instance of the plugin under test. */
    protected abstract P plugin();

    /** The id has the shape that {@link Plugin#id()} asks for. */
    @Test
    public void idIsWellFormed() {
        assertThat(plugin().id()).matches("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");
    }

    /** Two instances have the same id. */
    @Test
    public void idIsStable() {
        assertThat(plugin().id()).isEqualTo(plugin().id());
    }

    /** Versions count from 1. */
    @Test
    public void versionCountsFromOne() {
        assertThat(plugin().version()).isPositive();
    }

    /** One instance serves many threads, so that none of its fields may change. */
    @Test
    public void keepsNoState() {
        assertThat(Arrays.stream(plugin().getClass().getDeclaredFields())
                        .filter(field -> !field.isSynthetic() && !Modifier.isFinal(field.getModifiers()))
                        .map(Field::getName))
                .as("fields of %s that can change", plugin().getClass())
                .isEmpty();
    }

    /** {@code META-INF/services} names the class, which is public and has a public constructor without parameters. */
    @Test
    public void serviceLoaderFindsThePlugin() {
        assertThat(ServiceLoader.load(service, plugin().getClass().getClassLoader()).stream()
                        .map(ServiceLoader.Provider::type))
                .as("providers in META-INF/services/%s", service.getName())
                .contains(plugin().getClass().asSubclass(service));
    }
}

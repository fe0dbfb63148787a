package dev.jonah.declared;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.declared.apple.format.PodfileLockReader;
import dev.jonah.declared.apple.format.SwiftResolvedReader;
import dev.jonah.declared.beam.format.MixLockReader;
import dev.jonah.declared.beam.format.RebarLockReader;
import dev.jonah.declared.conda.format.CondaEnvironmentReader;
import dev.jonah.declared.conda.format.CondaLockReader;
import dev.jonah.declared.conda.format.ExplicitListReader;
import dev.jonah.declared.conda.format.PixiLockReader;
import dev.jonah.declared.cpp.format.ConanLockReader;
import dev.jonah.declared.dart.format.PubLockReader;
import dev.jonah.declared.dotnet.format.NugetLockReader;
import dev.jonah.declared.dotnet.format.PackagesConfigReader;
import dev.jonah.declared.format.DeclarationReader;
import dev.jonah.declared.format.Declared;
import dev.jonah.declared.golang.format.GoModReader;
import dev.jonah.declared.helm.format.ChartReader;
import dev.jonah.declared.java.format.GradleLockReader;
import dev.jonah.declared.java.format.PomReader;
import dev.jonah.declared.julia.format.ManifestReader;
import dev.jonah.declared.julia.format.ProjectReader;
import dev.jonah.declared.node.format.BunBinaryLockReader;
import dev.jonah.declared.node.format.BunLockReader;
import dev.jonah.declared.node.format.DenoLockReader;
import dev.jonah.declared.node.format.NpmLockReader;
import dev.jonah.declared.node.format.PnpmLockReader;
import dev.jonah.declared.node.format.YarnLockReader;
import dev.jonah.declared.php.format.ComposerLockReader;
import dev.jonah.declared.python.format.PdmLockReader;
import dev.jonah.declared.python.format.PipfileLockReader;
import dev.jonah.declared.python.format.PoetryLockReader;
import dev.jonah.declared.python.format.PylockReader;
import dev.jonah.declared.python.format.RequirementsReader;
import dev.jonah.declared.python.format.UvLockReader;
import dev.jonah.declared.ruby.format.GemfileLockReader;
import dev.jonah.declared.rust.format.CargoLockReader;
import dev.jonah.diagnostic.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Every reader of lock files: the first byte of the input chooses one. Runs over the seeds beside it in every build; with
 * {@code JAZZER_FUZZ=1} it looks for new inputs.
 */
class LockFilesFuzzTest {
    private static final List<DeclarationReader> READERS = List.of(
            NpmLockReader::read,
            YarnLockReader::read,
            PnpmLockReader::read,
            BunLockReader::read,
            DenoLockReader::read,
            UvLockReader::read,
            PoetryLockReader::read,
            PdmLockReader::read,
            PipfileLockReader::read,
            PylockReader::read,
            RequirementsReader::read,
            CargoLockReader::read,
            GemfileLockReader::read,
            ComposerLockReader::read,
            (in, limits, out) -> GoModReader.read(in, limits, Map.of(), out),
            GradleLockReader::read,
            PomReader::read,
            NugetLockReader::read,
            PackagesConfigReader::read,
            MixLockReader::read,
            PubLockReader::read,
            PodfileLockReader::read,
            SwiftResolvedReader::read,
            CondaLockReader::read,
            CondaEnvironmentReader::read,
            ExplicitListReader::read,
            BunBinaryLockReader::read,
            RebarLockReader::read,
            PixiLockReader::read,
            ConanLockReader::read,
            ChartReader::readChart,
            ChartReader::readLock,
            ManifestReader::read,
            ProjectReader::read);

    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] input) {
        if (input.length == 0) {
            return;
        }
        Limits limits = Limits.builder().set(Limits.Name.LINE_BYTES, 1 << 16).build();
        // Seeds begin with a letter, so that people can tell what they are for.
        DeclarationReader reader = READERS.get(Math.floorMod(input[0] - 'A', READERS.size()));
        Declared declared = Declared.of(reader, Arrays.copyOfRange(input, 1, input.length), limits);
        if (declared.found.size() > input.length) {
            throw new IllegalStateException(declared.found.size() + " packages of " + input.length + " bytes");
        }
    }
}

package dev.jonah.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jonah.Jonah;
import dev.jonah.TestImages;
import dev.jonah.core.json.JsonResultWriter;
import dev.jonah.core.steps.Assembly;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Image;
import dev.jonah.pipeline.ScanListener;
import dev.jonah.result.ScanResult;
import dev.jonah.support.Tasks;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import dev.jonah.value.RawText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The facts of every step can be written down and read back, which is what resuming a scan rests on. */
class FactsThroughBytesTest {
    @Test
    void aScanWhoseFactsAllGoThroughBytesGivesTheSameResult() throws IOException {
        String tool = "#!/bin/sh\necho a program that is long enough to be told\n";
        String metadata = "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\nLicense: MIT\n";
        try (Image image = TestImages.open(
                l -> l.file("/etc/os-release", "ID=alpine\nVERSION_ID=3.20.3\n")
                        .file("/bin/tool", tool)
                        .file("/tmp/copy", tool)
                        .symlink("/loop", "loop")
                        .file(RawText.ofLatin1("/latin-\u00e9"), new byte[] {1, 2, 3})
                        .file("/usr/lib/python3.12/site-packages/demo-1.0.dist-info/METADATA", metadata)
                        .file(
                                "/lib/apk/db/installed",
                                TestImages.apk("tool", "1-r0", "/bin/tool", tool)
                                        + TestImages.apk("gone", "1-r0", "/bin/gone", tool)),
                l -> l.file("/etc/hosts", ""))) {
            Jonah jonah =
                    Jonah.builder().digests(List.of(Digest.Algorithm.SHA256)).build();
            assertThat(json(run(jonah, image, true))).isEqualTo(json(run(jonah, image, false)));
        }
    }

    private static ScanResult run(Jonah jonah, Image image, boolean throughBytes) throws IOException {
        PipelineRun run =
                new PipelineRun(image, jonah.pipeline(), Limits.defaults(), Tasks.sequential(), ScanListener.NONE);
        if (throughBytes) {
            run.afterEach(FactsThroughBytesTest::throughBytes);
        }
        return Assembly.of(run.execute(), image, Tasks.sequential());
    }

    private static StepOutput throughBytes(StepOutput output) {
        try {
            return (StepOutput) RecordBytes.read(RecordBytes.write(output));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String json(ScanResult result) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonResultWriter().write(result, out);
        return out.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    record Everything(
            String text,
            Integer whole,
            Long large,
            Boolean flag,
            ImagePath path,
            RawText raw,
            List<String> list,
            Map<String, Digest> map,
            Limits.Name constant,
            String nothing) {}

    @Test
    void everyKindOfValueComesBackEqual() throws IOException {
        Everything all = new Everything(
                "\u00e9\u0000",
                -1,
                Long.MIN_VALUE,
                true,
                ImagePath.of("/a"),
                RawText.ofLatin1("\u00ff"),
                List.of("x", ""),
                Map.of("k", Digest.compute(Digest.Algorithm.SHA1, new byte[0])),
                Limits.Name.ENTRIES,
                null);
        assertThat(RecordBytes.read(RecordBytes.write(all))).isEqualTo(all);
    }

    record Unwritable(Object value) {}

    @Test
    void aValueOfAnotherTypeIsRefusedWhenItIsWritten() {
        assertThatThrownBy(() -> RecordBytes.write(new Unwritable(new StringBuilder())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("StringBuilder");
    }

    @Test
    void damagedBytesAreAnErrorAndNothingElse() {
        byte[] good = RecordBytes.write(new Everything(
                "text",
                1,
                2L,
                false,
                ImagePath.ROOT,
                RawText.of("r"),
                List.of("a"),
                Map.of(),
                Limits.Name.ENTRIES,
                "n"));
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 1));
            if (bad.length > 0) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                RecordBytes.read(bad);
            } catch (IOException e) {
                assertThat(e).hasMessageNotContaining("OutOfMemory");
            }
        }
    }
}

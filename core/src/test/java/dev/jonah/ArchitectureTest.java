package dev.jonah;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md that can be told from class files. */
class ArchitectureTest {
    private static final String[] API = {
        "dev.jonah.value..", "dev.jonah.diagnostic..", "dev.jonah.plugin..", "dev.jonah.image..", "dev.jonah.distro",
        "dev.jonah.packages..", "dev.jonah.ledger..", "dev.jonah.pipeline..", "dev.jonah.result..",
                "dev.jonah.support.."
    };
    private static final String[] CORE = {"dev.jonah", "dev.jonah.core.."};
    private static final String INSPECTOR = "dev.jonah.inspector..";
    private static final String DISTRO = "dev.jonah.distro.detect..";
    private static final String ALPINE = "dev.jonah.sysdb.alpine..";
    private static final String DEBIAN = "dev.jonah.sysdb.debian..";
    private static final String RPM = "dev.jonah.sysdb.rpm..";
    private static final String APPLICATIONS = "dev.jonah.appdb..";
    private static final String DECLARED = "dev.jonah.declared..";
    private static final String PROVENANCE = "dev.jonah.provenance..";
    private static final String[] PLUGINS = {INSPECTOR, DISTRO, ALPINE, DEBIAN, RPM, APPLICATIONS, DECLARED, PROVENANCE
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/testkit/") && !location.contains("jonah-testkit"))
            .importPackages("dev.jonah");

    @Test
    void everyModuleIsLookedAt() {
        for (String part : List.of(
                "value.ImagePath",
                "Jonah",
                "inspector.Inspector",
                "appdb.python.PythonParser",
                "sysdb.alpine.AlpinePackages",
                "sysdb.debian.DpkgPackages",
                "sysdb.rpm.RpmPackages",
                "declared.node.NodeLocks",
                "provenance.signals.ProgramFinder")) {
            assertThat(CLASSES.contain("dev.jonah." + part)).as(part).isTrue();
        }
    }

    @Test
    void theApiDependsOnNothingOfOurs() {
        noClasses()
                .that()
                .resideInAnyPackage(API)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.jonah..").and(not(resideInAnyPackage(API))))
                .check(CLASSES);
    }

    @Test
    void theApiNeedsNothingButTheJdkPackageUrlsAndNullAnnotations() {
        classes()
                .that()
                .resideInAnyPackage(API)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        concat(API, "java..", "javax.xml.stream..", "com.github.packageurl..", "org.jspecify.."))
                .check(CLASSES);
    }

    @Test
    void pluginsDependOnTheApiAndNotOnEachOther() {
        for (String plugin : PLUGINS) {
            noClasses()
                    .that()
                    .resideInAPackage(plugin)
                    .should()
                    .dependOnClassesThat(resideInAPackage("dev.jonah..")
                            .and(not(resideInAnyPackage(API)))
                            .and(not(resideInAPackage(plugin))))
                    .check(CLASSES);
        }
    }

    @Test
    void coreNamesNoPlugin() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PLUGINS)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheCommandWritesToTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.jonah.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void onlyTheInspectorAndTheCommandTouchTheHostsFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackages(INSPECTOR, "dev.jonah.cli..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.nio\\.file\\.Files|java\\.io\\.(File|FileInputStream|FileOutputStream|RandomAccessFile"
                                + "|FileReader|FileWriter)|java\\.nio\\.channels\\.FileChannel")
                .check(CLASSES);
    }

    @Test
    void nobodyStartsAProcessOrOpensASocket() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.lang\\.(Process|ProcessBuilder|Runtime\\.exec)|java\\.net\\.(Socket|ServerSocket"
                                + "|DatagramSocket|URLConnection|HttpURLConnection)|java\\.net\\.http\\..*")
                .check(CLASSES);
    }

    @Test
    void nothingStaticCanChange() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
        noFields()
                .that()
                .areStatic()
                .and(areNotPrivateConstants())
                .should()
                .haveRawType(DescribedPredicate.describe("an array", JavaClass::isArray))
                .check(CLASSES);
    }

    @Test
    void nobodyUsesTheLoggingOfTheJdk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        for (JavaClass type : CLASSES) {
            JavaPackage home = type.getPackage();
            assertThat(home.isAnnotatedWith(NullMarked.class))
                    .as(home.getName())
                    .isTrue();
        }
    }

    @Test
    void noPublicTypeIsCalledAsOneOfJavaLang() {
        classes()
                .that()
                .arePublic()
                .should()
                .haveNameNotMatching(".*\\.(Package|Module|Record|Process|Runtime)")
                .check(CLASSES);
    }

    @Test
    void signaturesOfTheApiShowNoTypesOfLibraries() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(resideInAnyPackage(concat(API, "dev.jonah")))
                .should(new ArchCondition<>("mention only the JDK, Jonah and PackageURL") {
                    @Override
                    public void check(com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                        method.getAllInvolvedRawTypes().stream()
                                .map(JavaClass::getBaseComponentType)
                                .filter(type -> !type.isPrimitive()
                                        && !type.getName().startsWith("java.")
                                        && !type.getName().startsWith("javax.xml.stream.")
                                        && !type.getName().startsWith("dev.jonah.")
                                        && !type.getName().equals("com.github.packageurl.PackageURL"))
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " shows " + type)));
                    }
                })
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaField> areNotPrivateConstants() {
        return DescribedPredicate.describe(
                "others can see",
                field -> !field.getModifiers().contains(JavaModifier.PRIVATE)
                        && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !field.getName().equals("$VALUES"));
    }

    private static String[] concat(String[] packages, String... more) {
        String[] all = java.util.Arrays.copyOf(packages, packages.length + more.length);
        System.arraycopy(more, 0, all, packages.length, more.length);
        return all;
    }
}

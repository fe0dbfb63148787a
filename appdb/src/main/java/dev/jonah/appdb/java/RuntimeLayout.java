package dev.jonah.appdb.java;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which files a Java runtime has, by the documented layout (JEP 220, and the one of Java 8) and the names that its builds
 * give them. Nothing lists the files of one runtime, so a file of another name in its directories is not its own.
 */
final class RuntimeLayout {
    private static final Set<String> TOOLS =
            Set.of(("appletviewer extcheck idlj jaotc jar jarsigner java javac javadoc javafxpackager javah javap"
                            + " javapackager java-rmi.cgi javaw javaws jcmd jconsole jcontrol jdb jdeprscan jdeps jfr"
                            + " jhat jhsdb jimage jinfo jjs jlink jmap jmc jmod jnativescan jpackage jps jrunscript"
                            + " jshell jsadebugd jstack jstat jstatd jvisualvm jweblauncher jwebserver keytool"
                            + " native2ascii native-image orbd pack200 policytool rmic rmid rmiregistry schemagen"
                            + " serialver servertool tnameserv unpack200 wsgen wsimport xjc traceconv jpackagerw clhsdb hsdb"
                            + " ControlPanel")
                    .split(" "));

    private static final Set<String> LIBRARIES =
            Set.of(("attach awt awt_headless awt_xawt dt_socket extnet fontmanager freetype gsslib harfbuzz hprof"
                            + " instrument j2gss j2pcsc j2pkcs11 j2ucrypto jaas java javajpeg jawt jdwp jfr jfxmedia"
                            + " jfxwebkit jimage java_crw_demo jli jpeg jsdt jsig jsound jsoundalsa jsvml jvm kcms lcms le"
                            + " management management_agent management_ext management_snmp mlib_image net nio npt"
                            + " osxsecurity osxui prefs rmi saproc sctp simdsort splashscreen sspi_bridge sunec syslookup"
                            + " t2k unpack verify vm w2k_lsa_auth zip glass gstreamer-lite prism_es2 prism_sw decora_sse"
                            + " fxplugins javafx_font javafx_font_freetype javafx_font_pango javafx_iio jsaw")
                    .split(" "));

    // Below lib of Java 9 and later, below lib and jre/lib of Java 8.
    private static final Pattern LIB =
            Pattern.compile("(accessibility\\.properties|calendars\\.properties|charsets\\.jar"
                    + "|classlist|content-types\\.properties|ct\\.sym|currency\\.data|dt\\.jar|flavormap\\.properties"
                    + "|fontconfig\\.[\\w.]+|hijrah-config-umalqura\\.properties|ir\\.idl|orb\\.idl|jar\\.binfmt|java-rmi\\.cgi|jce\\.jar"
                    + "|javafx\\.properties|javafx-mx\\.jar|javafx-src\\.zip|javafx-swt\\.jar|javaws\\.jar|jconsole\\.jar|jexec|jfr\\.jar|jfxswt\\.jar"
                    + "|jrt-fs\\.jar|jspawnhelper|jsse\\.jar|jvm\\.cfg(-default)?|jvm\\.hprof\\.txt|logging\\.properties"
                    + "|management-agent\\.jar|meta-index|modules|net\\.properties|packager\\.jar|plugin\\.jar|deploy\\.jar"
                    + "|psfont\\.properties\\.ja|psfontj2d\\.properties|resources\\.jar|rt\\.jar|rhino\\.jar"
                    + "|sa-jdi\\.jar|sound\\.properties|src\\.zip|tools\\.jar|tzdb\\.dat|tzmappings|ant-javafx\\.jar"
                    + "|security/(blocked\\.certs|blacklisted\\.certs|blacklist|cacerts|default\\.policy|java\\.policy|java\\.security"
                    + "|local_policy\\.jar|US_export_policy\\.jar|public_suffix_list\\.dat|trusted\\.libraries|javaws\\.policy"
                    + "|policy/(un)?limited/(local_policy|US_export_policy)\\.jar)"
                    + "|jfr/(default|profile)\\.jfc|server/(classes\\w*\\.jsa|Xusage\\.txt)"
                    + "|management/(jmxremote\\.access|jmxremote\\.password\\.template|management\\.properties"
                    + "|snmp\\.acl\\.template)"
                    + "|ext/(access-bridge-\\d+|cldrdata|dnsns|icedtea-sound|jaccess|jfxrt|localedata|meta-index|nashorn|sunec"
                    + "|sunjce_provider|sunmscapi|sunpkcs11|zipfs)(\\.jar)?"
                    + "|cmm/\\w+\\.pf|images/cursors/[\\w.]+|images/icons/[\\w.-]+|applet/\\w*)");

    private static final Pattern CONF = Pattern.compile(
            "conf/(accessibility\\.properties|jaxp(-strict)?\\.properties(\\.template)?"
                    + "|logging\\.properties|net\\.properties|sound\\.properties|jwebserver\\.properties|content-types\\.properties"
                    + "|sdp/sdp\\.conf\\.template|management/(jmxremote\\.access|jmxremote\\.password\\.template"
                    + "|management\\.properties)"
                    + "|security/(java\\.policy|java\\.security|nss\\.cfg|nss\\.fips\\.cfg|policy/README\\.txt"
                    + "|policy/(un)?limited/(default_US_export|default_local|exempt_local)\\.policy|redistribution/[\\w.-]+))");

    private static final Pattern REST = Pattern.compile("(release|NOTICE|LICENSE|ASSEMBLY_EXCEPTION|THIRD_PARTY_README"
            + "|THIRDPARTYLICENSEREADME(-JAVAFX)?\\.txt|COPYRIGHT|README(\\.html|\\.JAVASE)?|Welcome\\.html|DISCLAIMER|CLASSPATH_EXCEPTION_NOTE"
            + "|legal/(java|jdk)\\.[\\w.]+/[\\w.-]+|jmods/(java|jdk)\\.[\\w.]+\\.jmod"
            + "|include/(linux/|darwin/|win32/|solaris/|bridge/)?(classfile_constants|jawt|jawt_md|jdwpTransport|jni"
            + "|jni_md|jvmti|jvmticmlr|AccessBridge\\w+)\\.h"
            + "|man/(ja/|ja_JP\\.UTF-8/)?man1/[\\w.-]+\\.1(\\.gz)?)");

    private static final Pattern LIBRARY = Pattern.compile(
            "(?:(?:amd64|i386|aarch64|arm|ppc64le|ppc64|s390x|x86_64)/)?(?:(?:server|client|minimal|zero|jli|headless"
                    + "|xawt)/)?lib([\\w-]+)\\.(?:so|dylib)(?:\\.debuginfo|\\.\\d)?");

    private RuntimeLayout() {}

    /** The files of the runtime in this directory, each tree of it looked through without following links. */
    static List<FileEntry> files(ImagePath home, FileTree tree) {
        List<FileEntry> files = new ArrayList<>();
        Deque<ImagePath> left = new ArrayDeque<>();
        for (FileEntry child : tree.children(home)) {
            if (!child.isDirectory()) {
                add(home, child, files);
            } else if (Set.of("bin", "conf", "include", "jmods", "jre", "legal", "lib", "man")
                    .contains(child.path().fileName())) {
                left.add(child.path());
            }
        }
        while (!left.isEmpty()) {
            for (FileEntry child : tree.children(left.pop())) {
                if (child.isDirectory()) {
                    left.push(child.path());
                } else {
                    add(home, child, files);
                }
            }
        }
        files.sort(Comparator.comparing(FileEntry::path));
        return files;
    }

    private static void add(ImagePath home, FileEntry file, List<FileEntry> to) {
        String relative =
                file.path().latin1().substring(home.isRoot() ? 1 : home.latin1().length() + 1);
        if (belongs(relative)) {
            to.add(file);
        }
    }

    /** Whether a runtime has a file of this name below its home. */
    static boolean belongs(String relative) {
        String path = relative.startsWith("jre/") ? relative.substring(4) : relative;
        if (path.startsWith("bin/")) {
            String tool = path.substring(4);
            return TOOLS.contains(tool.endsWith(".exe") ? tool.substring(0, tool.length() - 4) : tool);
        }
        if (path.startsWith("lib/")) {
            String name = path.substring(4);
            var library = LIBRARY.matcher(name);
            return LIB.matcher(name).matches()
                    || library.matches() && LIBRARIES.contains(library.group(1))
                    || name.matches("(amd64|i386|aarch64|arm|ppc64le|s390x)/"
                            + "(jvm\\.cfg|(server|client|minimal)/(Xusage\\.txt|classes\\w*\\.jsa))");
        }
        if (path.startsWith("man/")) {
            String page = path.substring(path.lastIndexOf('/') + 1);
            int dot = page.indexOf(".1");
            return REST.matcher(path).matches() && dot > 0 && TOOLS.contains(page.substring(0, dot));
        }
        return CONF.matcher(path).matches() || REST.matcher(path).matches();
    }
}

package dev.jonah.appdb.dotnet;

import dev.jonah.appdb.dotnet.format.Library.Asset;
import dev.jonah.appdb.dotnet.format.Library.AssetKind;
import java.util.ArrayList;
import java.util.List;

/** Where the files of a library lie from the directory of the application, as .NET's host looks for them. */
final class AssetPlace {
    private AssetPlace() {}

    /**
     * The places in the order of the host: first where publishing puts the file. Empty if the path leads out of the
     * directory.
     */
    static List<String> of(Asset asset) {
        List<String> places = new ArrayList<>();
        String local = asset.localPath();
        if (local != null) {
            places.add(local);
        } else if (asset.kind() == AssetKind.RUNTIME_TARGET) {
            places.add(asset.path());
        } else {
            String name = asset.path().substring(asset.path().lastIndexOf('/') + 1);
            if (asset.kind() == AssetKind.RESOURCES) {
                places.add(language(asset) + name);
            } else {
                places.add(name);
            }
            if (asset.path().indexOf('/') >= 0) {
                places.add(asset.path());
            }
        }
        places.removeIf(AssetPlace::leadsOut);
        return places;
    }

    /** The directory of a language: the one that the file lies in in its package. */
    private static String language(Asset asset) {
        String path = asset.path();
        int end = path.lastIndexOf('/');
        if (end > 0) {
            return path.substring(path.lastIndexOf('/', end - 1) + 1, end + 1);
        }
        return asset.locale() == null ? "" : asset.locale() + "/";
    }

    private static boolean leadsOut(String place) {
        return place.isEmpty()
                || place.startsWith("/")
                || place.endsWith("/")
                || place.indexOf('\\') >= 0
                || place.indexOf('\0') >= 0
                || ("/" + place + "/").contains("/../");
    }
}

package dev.jonah.cli;

/** The command {@code jonah}. */
public final class Main {
    private Main() {}

    /**
     * Runs the command.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            String version = Main.class.getPackage().getImplementationVersion();
            System.out.println("jonah " + (version == null ? "(unpackaged)" : version));
            return;
        }
        System.err.println("jonah: only --version works yet");
        System.exit(2);
    }
}

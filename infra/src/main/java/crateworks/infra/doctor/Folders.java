package crateworks.infra.doctor;

import crateworks.infra.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.concurrent.TimeUnit;

/** Checks of file systems. */
final class Folders {
    private Folders() {}

    /** Native libraries are unpacked to the temporary folder and run from there. */
    static Check temporary() throws InterruptedException {
        String folder = System.getProperty("java.io.tmpdir");
        try {
            Path program =
                    Files.createTempFile(
                            "crateworks",
                            ".sh",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx------")));
            try {
                Files.writeString(program, "#!/bin/sh\nexit 0\n");
                return canRun(program)
                        ? Check.ok("temporary files", folder + " can be used.")
                        : Check.fail(
                                "temporary files",
                                folder
                                        + " does not allow programs: set -Djava.io.tmpdir to a folder that does.");
            } finally {
                Files.delete(program);
            }
        } catch (IOException e) {
            return Check.fail(
                    "temporary files",
                    folder + " cannot be written: set -Djava.io.tmpdir to another folder.");
        }
    }

    private static boolean canRun(Path program) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(program.toString()).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The object store keeps checksums and headers in extended attributes. */
    static Check attributes(DataDirectory data) {
        Path existing = data.root();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing)
                            .supportsFileAttributeView(UserDefinedFileAttributeView.class)
                    ? Check.ok("file attributes", "The file system keeps extended attributes.")
                    : Check.warn(
                            "file attributes",
                            "The file system of "
                                    + existing
                                    + " keeps no extended attributes: prefer ext4, xfs or btrfs.");
        } catch (IOException e) {
            return Check.warn("file attributes", existing + " cannot be looked at.");
        }
    }
}

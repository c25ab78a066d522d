package crateworks.music.mpc;

import java.nio.charset.StandardCharsets;

/**
 * What a pack says of itself in {@code Expansion.xml}, in the form for standalone devices.
 *
 * @param identifier a reverse domain, the same for ever
 * @param title shown in the browser
 * @param image the name of a square picture beside the file
 */
public record Expansion(String identifier, String title, String image, String description) {
    private static final String MANUFACTURER = "Crateworks";

    /** The file: CR LF, fields in the order of the devices' own. */
    public byte[] toBytes() {
        String text =
                """
                <?xml version="1.0" encoding="UTF-8"?>

                <expansion version="2.0.0.0" buildVersion="2.11.2.2">
                  <local/>
                  <identifier>%s</identifier>
                  <title>%s</title>
                  <manufacturer>%s</manufacturer>
                  <version>1.0.0.0</version>
                  <type>drum</type>
                  <priority>50</priority>
                  <img>%s</img>
                  <description>%s</description>
                  <separator>-</separator>
                </expansion>
                """
                        .formatted(
                                KitWriter.escaped(identifier),
                                KitWriter.escaped(title),
                                MANUFACTURER,
                                KitWriter.escaped(image),
                                KitWriter.escaped(description));
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}

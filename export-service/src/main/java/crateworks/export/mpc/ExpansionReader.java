package crateworks.export.mpc;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads {@code Expansion.xml}, of both dialects, as values by name. */
public final class ExpansionReader {
    private ExpansionReader() {}

    /**
     * The values, such as {@code title}.
     *
     * @throws IOException for what is no expansion
     */
    public static Map<String, String> read(byte[] file) throws IOException {
        var values = new HashMap<String, String>();
        try {
            XMLStreamReader xml = Xml.reader(file);
            boolean inside = false;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (!inside && !xml.getLocalName().equals("expansion")) {
                        throw new IOException("no expansion but " + xml.getLocalName());
                    }
                    if (inside) {
                        String name = xml.getLocalName();
                        values.put(name, xml.getElementText().strip());
                    }
                    inside = true;
                }
            }
        } catch (XMLStreamException failure) {
            throw new IOException("no XML: " + failure.getMessage(), failure);
        }
        return Map.copyOf(values);
    }
}

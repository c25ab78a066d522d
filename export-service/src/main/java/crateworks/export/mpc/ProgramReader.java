package crateworks.export.mpc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads {@code .xpm} programs of all kinds, as far as they can be checked. */
public final class ProgramReader {
    private final XMLStreamReader xml;
    private final List<Integer> instruments = new ArrayList<>();
    private final List<Integer> padNotes = new ArrayList<>();
    private final List<ProgramFile.Sample> samples = new ArrayList<>();
    private String name = "";
    private String type = "";
    private String sampleName = "";
    private String sampleFile = "";
    private long sliceEnd;

    private ProgramReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * What a file says.
     *
     * @throws IOException for what is no program
     */
    public static ProgramFile read(byte[] file) throws IOException {
        try {
            return new ProgramReader(Xml.reader(file)).read();
        } catch (XMLStreamException | NumberFormatException failure) {
            throw new IOException("no program: " + failure.getMessage(), failure);
        }
    }

    private ProgramFile read() throws XMLStreamException, IOException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                default -> {} // blanks and comments
            }
        }
        if (type.isEmpty()) {
            throw new IOException("no program in it");
        }
        return new ProgramFile(name, type, instruments, padNotes, samples);
    }

    private void begin(String element) throws XMLStreamException {
        switch (element) {
            case "Program" -> type = attribute("type").orElse("");
            case "ProgramName" -> name = xml.getElementText();
            case "Instrument" ->
                    attribute("number").map(Integer::valueOf).ifPresent(instruments::add);
            case "Note" -> padNotes.add(Integer.valueOf(xml.getElementText()));
            case "Layer" -> {
                sampleName = "";
                sampleFile = "";
                sliceEnd = 0;
            }
            case "SampleName" -> sampleName = xml.getElementText();
            case "SampleFile" -> sampleFile = xml.getElementText();
            case "SliceEnd" -> sliceEnd = Long.parseLong(xml.getElementText());
            default -> {} // what is not checked
        }
    }

    private void end(String element) {
        if (element.equals("Layer") && !sampleName.isEmpty()) {
            samples.add(new ProgramFile.Sample(sampleName, sampleFile, sliceEnd));
        }
    }

    private Optional<String> attribute(String wanted) {
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            if (xml.getAttributeLocalName(at).equals(wanted)) {
                return Optional.of(xml.getAttributeValue(at));
            }
        }
        return Optional.empty();
    }
}

// Ask veraPDF whether files keep a standard: `java Validate.java FLAVOUR FILE...`, a line per fault.
import java.io.File;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[0]);
        for (String name : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            ValidationResult result = validate(new File(name), flavour);
            String verdict = result.isCompliant() ? "conforms" : "fails";
            System.out.println(verdict + "\t" + name + "\t" + result.getTotalAssertions());
            faults(result).forEach(System.out::println);
        }
    }

    private static ValidationResult validate(File file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
            return Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
        }
    }

    private static TreeSet<String> faults(ValidationResult result) {
        TreeSet<String> faults = new TreeSet<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                faults.add("    " + assertion.getRuleId().getClause() + ": " + assertion.getMessage());
            }
        }
        return faults;
    }
}

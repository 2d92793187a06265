package fr.briseglace.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.jspecify.annotations.Nullable;

/**
 * The reference validator of FHIR R4, with the profiles of the International Patient Summary where a copy of its
 * package lies beside the project, and those of audit events. It knows no terminology server: codes of terminologies it does not carry pass.
 */
final class Validator {
    /** The profile of a whole document. */
    static final String IPS = "http://hl7.org/fhir/uv/ips/StructureDefinition/Bundle-uv-ips";

    private static final String PACKAGE = "shared/data/fhir/ips_v110.tgz";
    /** The package cannot tell its own observations apart: whatever is of another kind is a result as well. */
    private static final Pattern OVERLAPPING =
            Pattern.compile("matches more than one slice - observation-[a-z-]+, observation-results$");

    private static final Validator SHARED = new Validator();

    private final FhirValidator validator;
    private final boolean profiles;

    private Validator() {
        FhirContext context = FhirContext.forR4();
        Path profilesAt = beside(PACKAGE);
        profiles = profilesAt != null;
        PrePopulatedValidationSupport summary = new PrePopulatedValidationSupport(context);
        if (profilesAt != null) {
            load(summary, profilesAt);
        }
        UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(context);
        unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.INFORMATION);
        PrePopulatedValidationSupport audits = new PrePopulatedValidationSupport(context);
        AuditProfiles.all().forEach(audits::addResource);
        ValidationSupportChain chain = new ValidationSupportChain(
                summary,
                audits,
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new SnapshotGeneratingValidationSupport(context),
                unknown);
        FhirInstanceValidator instance = new FhirInstanceValidator(chain);
        validator = context.newValidator().registerValidatorModule(instance);
    }

    /** The one of this run: its making takes seconds. */
    static Validator shared() {
        return SHARED;
    }

    /** Whether the profiles of the International Patient Summary are there. */
    boolean knowsSummaries() {
        return profiles;
    }

    /** Fails where the resource does not follow the standard, or one of the profiles. */
    void accept(byte[] resource, String... profileUrls) {
        assertThat(faults(resource, profileUrls)).isEmpty();
    }

    /** Where the resource does not follow the standard, one of the profiles, or one that it says it follows. */
    List<String> faults(byte[] resource, String... profileUrls) {
        ValidationOptions options = new ValidationOptions();
        for (String profile : profileUrls) {
            options.addProfile(profile);
        }
        return validator
                .validateWithResult(new String(resource, StandardCharsets.UTF_8), options)
                .getMessages()
                .stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(Validator::words)
                .filter(words -> !OVERLAPPING.matcher(words).find())
                .toList();
    }

    private static String words(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    private static void load(PrePopulatedValidationSupport support, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            NpmPackage profiles = NpmPackage.fromPackage(in);
            for (String name : profiles.list("package")) {
                if (name.startsWith("StructureDefinition-")
                        || name.startsWith("ValueSet-")
                        || name.startsWith("CodeSystem-")) {
                    try (InputStream resource = profiles.load("package", name)) {
                        support.addResource(
                                support.getFhirContext().newJsonParser().parseResource(resource));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of that path in a folder above this one. */
    static @Nullable Path beside(String path) {
        for (Path parent = Path.of("").toAbsolutePath(); parent != null; parent = parent.getParent()) {
            Path file = parent.resolve(path);
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }
}

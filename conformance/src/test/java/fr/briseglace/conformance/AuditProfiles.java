package fr.briseglace.conformance;

import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.DiscriminatorType;
import org.hl7.fhir.r4.model.ElementDefinition.SlicingRules;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionDifferentialComponent;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * What IHE BALP 1.1.3 asks of an audit event that says a patient's data were read: the profiles Read and PatientRead with
 * their value sets, as the guide has them, written down in our own manner.
 */
final class AuditProfiles {
    static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    static final String ENTITY_TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    static final String ENTITY_ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/";
    /** Something of a patient's was read. */
    static final String PATIENT_READ = BALP + "StructureDefinition/IHE.BasicAudit.PatientRead";

    private static final String READ = BALP + "StructureDefinition/IHE.BasicAudit.Read";
    private static final String READS = BALP + "ValueSet/AllReadVS";
    private static final String OBJECT_ROLES = BALP + "ValueSet/RestObjectRoles";
    private static final String TRANSACTION_TYPES = BALP + "ValueSet/BasicAuditEntityTypesVS";
    private static final String TRANSACTION_SYSTEM = BALP + "CodeSystem/BasicAuditEntityType";
    private static final String BASE = "http://hl7.org/fhir/StructureDefinition/AuditEvent";

    private AuditProfiles() {}

    /** The profiles, and the codes that they name. */
    static List<MetadataResource> all() {
        CodeSystem transaction = new CodeSystem();
        transaction
                .setContent(CodeSystem.CodeSystemContentMode.COMPLETE)
                .addConcept(new CodeSystem.ConceptDefinitionComponent(new CodeType("XrequestId")));
        transaction.setUrl(TRANSACTION_SYSTEM).setStatus(PublicationStatus.ACTIVE);
        return List.of(
                transaction,
                codes(TRANSACTION_TYPES, TRANSACTION_SYSTEM),
                codes(READS, "http://hl7.org/fhir/restful-interaction", "read", "vread"),
                codes(OBJECT_ROLES, ENTITY_ROLE, "4", "3", "20"),
                read(),
                patientRead());
    }

    private static StructureDefinition read() {
        StructureDefinition profile = profile("Read", READ, BASE);
        StructureDefinitionDifferentialComponent says = profile.getDifferential();
        must(says, "type", new Coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", null));
        sliced(says, "subtype", 1, "$this");
        bound(slice(says, "subtype", "anyRead", 1, "1"), READS);
        must(says, "action", new CodeType("R"));
        must(says, "outcome", new CodeType("0")).setMin(1);
        sliced(says, "agent", 2, "type");
        machine(says, "client", "110152");
        machine(says, "server", "110153");
        user(says);
        element(says, "source").setMustSupport(true);
        sliced(says, "entity", 1, "type");
        slice(says, "entity", "transaction", 0, "1");
        element(says, "entity:transaction.what.identifier.value").setMin(1);
        bound(element(says, "entity:transaction.type"), TRANSACTION_TYPES);
        must(says, "entity:transaction.type.system", new UriType(TRANSACTION_SYSTEM));
        slice(says, "entity", "data", 1, "1");
        element(says, "entity:data.what").setMin(1);
        must(says, "entity:data.type", new Coding(ENTITY_TYPE, "2", null)).setMin(1);
        bound(element(says, "entity:data.role"), OBJECT_ROLES);
        return profile;
    }

    private static void machine(StructureDefinitionDifferentialComponent says, String name, String type) {
        slice(says, "agent", name, 1, "1");
        must(says, "agent:" + name + ".type", concept(DICOM, type)).setMin(1);
        element(says, "agent:" + name + ".who").setMin(1);
        element(says, "agent:" + name + ".media").setMax("0");
        element(says, "agent:" + name + ".network").setMin(1);
    }

    private static void user(StructureDefinitionDifferentialComponent says) {
        slice(says, "agent", "user", 0, "1");
        must(says, "agent:user.type", concept(PARTICIPATION, "IRCP")).setMin(1);
        element(says, "agent:user.role").setMustSupport(true);
        element(says, "agent:user.who").setMin(1);
        element(says, "agent:user.name").setMustSupport(true);
        must(says, "agent:user.requestor", new org.hl7.fhir.r4.model.BooleanType(true));
        element(says, "agent:user.media").setMax("0");
        element(says, "agent:user.network").setMax("0");
        element(says, "agent:user.purposeOfUse").setMustSupport(true);
    }

    private static StructureDefinition patientRead() {
        StructureDefinition profile = profile("PatientRead", PATIENT_READ, READ);
        StructureDefinitionDifferentialComponent says = profile.getDifferential();
        element(says, "entity").setMin(2);
        slice(says, "entity", "patient", 1, "1");
        element(says, "entity:patient.what")
                .setMin(1)
                .addType()
                .setCode("Reference")
                .addTargetProfile("http://hl7.org/fhir/StructureDefinition/Patient");
        must(says, "entity:patient.type", new Coding(ENTITY_TYPE, "1", null)).setMin(1);
        must(says, "entity:patient.role", new Coding(ENTITY_ROLE, "1", null)).setMin(1);
        return profile;
    }

    private static StructureDefinition profile(String name, String url, String base) {
        StructureDefinition profile = new StructureDefinition();
        profile.setId("IHE.BasicAudit." + name);
        profile.setUrl(url).setName(name).setStatus(PublicationStatus.ACTIVE).setVersion("1.1.3");
        profile.setFhirVersion(FHIRVersion._4_0_1)
                .setKind(StructureDefinitionKind.RESOURCE)
                .setAbstract(false)
                .setType("AuditEvent")
                .setBaseDefinition(base)
                .setDerivation(TypeDerivationRule.CONSTRAINT);
        element(profile.getDifferential(), "");
        return profile;
    }

    /** What is said of an element, under its id below the event's: {@code agent:user.who} is {@code agent.who} of a slice. */
    private static ElementDefinition element(StructureDefinitionDifferentialComponent says, String id) {
        String whole = id.isEmpty() ? "AuditEvent" : "AuditEvent." + id;
        ElementDefinition element = says.addElement();
        element.setId(whole);
        element.setPath(whole.replaceAll(":\\w+", ""));
        return element;
    }

    private static ElementDefinition must(StructureDefinitionDifferentialComponent says, String id, Type value) {
        return element(says, id).setPattern(value);
    }

    private static void sliced(StructureDefinitionDifferentialComponent says, String id, int least, String by) {
        ElementDefinition element = element(says, id).setMin(least);
        element.getSlicing()
                .setRules(SlicingRules.OPEN)
                .addDiscriminator()
                .setType(DiscriminatorType.VALUE)
                .setPath(by);
    }

    private static ElementDefinition slice(
            StructureDefinitionDifferentialComponent says, String of, String name, int least, String most) {
        return element(says, of + ":" + name).setSliceName(name).setMin(least).setMax(most);
    }

    private static void bound(ElementDefinition element, String values) {
        element.getBinding().setStrength(BindingStrength.REQUIRED).setValueSet(values);
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept().addCoding(new Coding(system, code, null));
    }

    /** All codes of a system where none is named. */
    private static ValueSet codes(String url, String system, String... codes) {
        ValueSet values = new ValueSet();
        values.setUrl(url).setStatus(PublicationStatus.ACTIVE);
        ValueSet.ConceptSetComponent include = values.getCompose().addInclude().setSystem(system);
        for (String code : codes) {
            include.addConcept().setCode(code);
        }
        return values;
    }
}

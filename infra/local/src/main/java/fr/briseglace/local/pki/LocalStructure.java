package fr.briseglace.local.pki;

import fr.briseglace.law.StructureKind;

/** The structures of the local stack, each with a client certificate. Their numbers are made up. */
public enum LocalStructure {
    /** A SAMU. */
    SAMU_44("samu44", "1440000001", "SAMU 44", StructureKind.SAMU),
    /** Another SAMU. */
    SAMU_75("samu75", "1750000002", "SAMU de Paris", StructureKind.SAMU),
    /** A hospital with an emergency department. */
    CHU_NANTES("chu-nantes", "1440000003", "CHU de Nantes", StructureKind.HOSPITAL),
    /** The example GP's practice. */
    CABINET("cabinet", "1440000004", "Cabinet de médecine générale", StructureKind.PRACTICE),
    /** An occupational health service. */
    SANTE_TRAVAIL("sante-travail", "1440000005", "Service de santé au travail", StructureKind.OCCUPATIONAL),
    /** Mon espace santé. */
    PORTAIL("portail", "1750000006", "Mon espace santé", StructureKind.PORTAL),
    /** The privacy officer's office. */
    DPO("dpo", "1750000007", "Protection des données", StructureKind.OVERSIGHT),
    /** Whoever runs the service. */
    EXPLOITATION("exploitation", "1750000008", "Exploitation de Brise-glace", StructureKind.OPERATIONS);

    private final String certificateName;
    private final String id;
    private final String organisation;
    private final StructureKind kind;

    LocalStructure(String certificateName, String id, String organisation, StructureKind kind) {
        this.certificateName = certificateName;
        this.id = id;
        this.organisation = organisation;
        this.kind = kind;
    }

    /** Name of its certificate's files, and common name of the certificate. */
    public String certificateName() {
        return certificateName;
    }

    /** National identifier: 1 + FINESS; organisational unit of the certificate. */
    public String id() {
        return id;
    }

    /** The FINESS alone, 9 digits. */
    public String finess() {
        return id.substring(1);
    }

    /** Its name; organisation of the certificate. */
    public String organisation() {
        return organisation;
    }

    /** INSEE code of its region: Pays de la Loire, or Île-de-France. */
    public String region() {
        return id.startsWith("144") ? "52" : "11";
    }

    /** What it is to the gateway. */
    public StructureKind kind() {
        return kind;
    }
}

package fr.briseglace.store;

import fr.briseglace.access.Patience;
import fr.briseglace.cache.KeyRing;
import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.Sex;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.identity.Traits;
import fr.briseglace.law.AccessMode;
import fr.briseglace.law.Attestation;
import fr.briseglace.law.Caller;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.law.Role;
import fr.briseglace.law.Structure;
import fr.briseglace.law.StructureKind;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.search.Candidate;
import fr.briseglace.search.CandidateTokens;
import fr.briseglace.search.PatientQuery;
import fr.briseglace.search.PatientQuery.ByTraits;
import fr.briseglace.search.PatientSearch;
import fr.briseglace.search.ProvisionalIdentities;
import fr.briseglace.search.SearchOutcome;
import fr.briseglace.search.SearchOutcome.Found;
import fr.briseglace.search.SearchPolicy;
import fr.briseglace.search.SearchRequest;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Searches on a real PostgreSQL, at a moment that stands still. */
final class SearchBench implements AutoCloseable {
    static final Caller REGULATOR = new Caller(
            Role.DOCTOR,
            "810001234567",
            "Dr Régulation",
            Set.of("SM59"),
            true,
            new Structure("1440000001", "SAMU 44", StructureKind.SAMU));
    static final Caller NURSE = new Caller(
            Role.NURSE,
            "810007654321",
            "Infirmier",
            Set.of(),
            false,
            new Structure("1440000003", "CHU", StructureKind.HOSPITAL));
    static final Caller ASSISTANT =
            new Caller(Role.REGULATION_ASSISTANT, "arm-1", "ARM", Set.of(), false, REGULATOR.structure());
    static final LocalDate BORN = LocalDate.of(1979, 3, 8);
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    final Vertx vertx = Vertx.vertx();
    final DatabaseSettings settings = TestPostgres.fresh();
    private final Database database = Database.open(vertx, settings);
    final Pool sql = database.console();
    final CandidateTokens tokens;
    final ProvisionalIdentities provisional;
    final FreshSnapshots snapshots = new FreshSnapshots(vertx, sql);
    private final PatientSearch search;
    private final SecureRandom random = new SecureRandom();
    private int registered;

    SearchBench() {
        KeyRing ring = KeyRing.of(new byte[32], List.of(new KeyRing.Key(0, new byte[32])), random);
        InstantSource clock = InstantSource.fixed(NOW);
        tokens = new CandidateTokens(ring);
        provisional = new ProvisionalIdentities(new PgTieStore(sql), tokens, clock, random);
        search = new PatientSearch(
                new PgSearchStore(database.lookups(), database.records()),
                SearchPolicy.DEFAULT,
                snapshots,
                ring,
                clock,
                random);
    }

    /** Somebody of these names with an open record, born on {@link #BORN}. */
    Ins register(String birthName, String... givenNames) {
        return register(identity(birthName, null, BORN, Sex.F, "44109", givenNames), Contacts.NONE);
    }

    static PatientIdentity identity(
            String birthName,
            @Nullable String usedName,
            LocalDate born,
            Sex sex,
            @Nullable String place,
            String... givenNames) {
        return new PatientIdentity(
                birthName, List.of(givenNames), usedName, born, sex, place, IdentityStatus.QUALIFIED);
    }

    Ins register(PatientIdentity identity, Contacts contacts) {
        return register(identity, contacts, RecordStatus.OPEN, false, PatientRights.NONE);
    }

    Ins register(
            PatientIdentity identity, Contacts contacts, RecordStatus status, boolean deceased, PatientRights rights) {
        registered++;
        Ins ins = TestPatients.ins(registered);
        PatientFile file = new PatientFile(ins, identity, status, deceased, rights, contacts, false, List.of(), null);
        new Registry(sql).register(TimeUuid.of(NOW, random), file).await();
        return ins;
    }

    static Traits traits(String birthName, String givenName) {
        return traits(birthName, givenName, BORN);
    }

    static Traits traits(String birthName, String givenName, LocalDate born) {
        return new Traits(birthName, null, givenName, born, null, null);
    }

    Found find(Traits traits) {
        return find(new ByTraits(traits));
    }

    Found find(PatientQuery query) {
        return (Found) ask(new SearchRequest(REGULATOR, AccessMode.CENTRE_15, "case-1", null, query));
    }

    SearchOutcome breakGlass(Caller caller, @Nullable Attestation attestation, PatientQuery query) {
        return ask(new SearchRequest(caller, AccessMode.BRIS_DE_GLACE, null, attestation, query));
    }

    SearchOutcome ask(SearchRequest request) {
        return ask(request, Patience.ENDLESS);
    }

    SearchOutcome ask(SearchRequest request, Patience patience) {
        return search.search(request, patience).await();
    }

    /** Whom the candidates of an answer stand for, in order. */
    List<Object> patients(Found found) {
        List<Object> patients = new ArrayList<>();
        for (Candidate candidate : found.candidates()) {
            patients.add(tokens.redeem(candidate.token(), REGULATOR, NOW));
        }
        return patients;
    }

    List<Row> rows(String statement) {
        List<Row> rows = new ArrayList<>();
        sql.query(statement).execute().await().forEach(rows::add);
        return rows;
    }

    UUID patientId(Ins ins) {
        return new Registry(sql).find(ins).await().orElseThrow();
    }

    @Override
    public void close() {
        sql.close().await();
        vertx.close().await();
    }
}

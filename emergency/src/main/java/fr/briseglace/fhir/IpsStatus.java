package fr.briseglace.fhir;

import fr.briseglace.summary.ItemStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a stated status is called by each FHIR resource. Where a source states none, a resource that must have one says
 * {@code unknown} if FHIR lets it, and otherwise what the section itself means.
 */
final class IpsStatus {
    private IpsStatus() {}

    /** Of allergies, of which FHIR tells fewer apart. */
    static String allergy(ItemStatus status) {
        String clinical = clinical(status);
        return switch (clinical) {
            case "recurrence", "relapse" -> "active";
            case "remission" -> "inactive";
            default -> clinical;
        };
    }

    /** Of conditions. */
    static String clinical(ItemStatus status) {
        return switch (status) {
            case ACTIVE, PRESCRIBED, DISPENSED, PLANNED, COMPLETED -> "active";
            case RECURRENCE -> "recurrence";
            case RELAPSE -> "relapse";
            case REMISSION -> "remission";
            case RESOLVED -> "resolved";
            case INACTIVE, SUSPENDED, STOPPED, REFUTED, NOT_DONE, ABSENT, ENTERED_IN_ERROR -> "inactive";
        };
    }

    /** Whether a condition or allergy is denied. */
    static @Nullable String verification(@Nullable ItemStatus status) {
        return switch (status) {
            case null -> null;
            case REFUTED, NOT_DONE, ABSENT, ENTERED_IN_ERROR -> "refuted";
            case ACTIVE,
                    RECURRENCE,
                    RELAPSE,
                    REMISSION,
                    PRESCRIBED,
                    DISPENSED,
                    PLANNED,
                    COMPLETED,
                    INACTIVE,
                    RESOLVED,
                    SUSPENDED,
                    STOPPED -> null;
        };
    }

    static String medication(@Nullable ItemStatus status) {
        return switch (status) {
            case null -> "unknown";
            case ACTIVE, RECURRENCE, RELAPSE, REMISSION, PRESCRIBED, DISPENSED -> "active";
            case PLANNED -> "intended";
            case COMPLETED, INACTIVE, RESOLVED -> "completed";
            case SUSPENDED -> "on-hold";
            case STOPPED -> "stopped";
            case REFUTED, NOT_DONE, ABSENT -> "not-taken";
            case ENTERED_IN_ERROR -> "entered-in-error";
        };
    }

    static String procedure(@Nullable ItemStatus status) {
        return switch (status) {
            case null -> "unknown";
            case PLANNED, PRESCRIBED -> "preparation";
            case ACTIVE, RECURRENCE, RELAPSE -> "in-progress";
            case REMISSION, DISPENSED, COMPLETED, INACTIVE, RESOLVED -> "completed";
            case SUSPENDED -> "on-hold";
            case STOPPED -> "stopped";
            case REFUTED, NOT_DONE, ABSENT -> "not-done";
            case ENTERED_IN_ERROR -> "entered-in-error";
        };
    }

    static String immunization(@Nullable ItemStatus status) {
        return switch (status) {
            case null -> "completed";
            case ACTIVE, RECURRENCE, RELAPSE, REMISSION, DISPENSED, COMPLETED, INACTIVE, RESOLVED -> "completed";
            case PRESCRIBED, PLANNED, SUSPENDED, STOPPED, REFUTED, NOT_DONE, ABSENT -> "not-done";
            case ENTERED_IN_ERROR -> "entered-in-error";
        };
    }

    static String device(@Nullable ItemStatus status) {
        return switch (status) {
            case null -> "active";
            case ACTIVE, RECURRENCE, RELAPSE, REMISSION, DISPENSED, COMPLETED -> "active";
            case PRESCRIBED, PLANNED -> "intended";
            case INACTIVE, RESOLVED -> "completed";
            case SUSPENDED -> "on-hold";
            case STOPPED -> "stopped";
            case REFUTED, NOT_DONE, ABSENT, ENTERED_IN_ERROR -> "entered-in-error";
        };
    }

    static String observation(@Nullable ItemStatus status) {
        return switch (status) {
            case null -> "final";
            case ACTIVE, RECURRENCE, RELAPSE, REMISSION, DISPENSED, COMPLETED, INACTIVE, RESOLVED, REFUTED, ABSENT ->
                "final";
            case PRESCRIBED, PLANNED -> "registered";
            case SUSPENDED, STOPPED, NOT_DONE -> "cancelled";
            case ENTERED_IN_ERROR -> "entered-in-error";
        };
    }

    static String flag(@Nullable ItemStatus status) {
        return switch (status) {
            case null -> "active";
            case ACTIVE, RECURRENCE, RELAPSE, REMISSION, PRESCRIBED, DISPENSED, PLANNED, COMPLETED -> "active";
            case INACTIVE, RESOLVED, SUSPENDED, STOPPED, REFUTED, NOT_DONE, ABSENT -> "inactive";
            case ENTERED_IN_ERROR -> "entered-in-error";
        };
    }

    static String plan(@Nullable ItemStatus status) {
        return switch (status) {
            case null -> "unknown";
            case ACTIVE, RECURRENCE, RELAPSE, REMISSION, PRESCRIBED, DISPENSED, PLANNED -> "active";
            case COMPLETED, INACTIVE, RESOLVED -> "completed";
            case SUSPENDED -> "on-hold";
            case STOPPED, REFUTED, NOT_DONE, ABSENT -> "revoked";
            case ENTERED_IN_ERROR -> "entered-in-error";
        };
    }

    static String dispense(@Nullable ItemStatus status) {
        return switch (status) {
            case null -> "completed";
            case ACTIVE, RECURRENCE, RELAPSE, REMISSION, DISPENSED, COMPLETED, INACTIVE, RESOLVED -> "completed";
            case PRESCRIBED, PLANNED -> "preparation";
            case SUSPENDED -> "on-hold";
            case STOPPED -> "stopped";
            case REFUTED, NOT_DONE, ABSENT -> "declined";
            case ENTERED_IN_ERROR -> "entered-in-error";
        };
    }

    static String encounter(@Nullable ItemStatus status) {
        return switch (status) {
            case null -> "unknown";
            case ACTIVE, RECURRENCE, RELAPSE -> "in-progress";
            case PRESCRIBED, PLANNED -> "planned";
            case REMISSION, DISPENSED, COMPLETED, INACTIVE, RESOLVED -> "finished";
            case SUSPENDED, STOPPED, REFUTED, NOT_DONE, ABSENT -> "cancelled";
            case ENTERED_IN_ERROR -> "entered-in-error";
        };
    }
}

package fr.briseglace.patient;

import org.jspecify.annotations.Nullable;

/**
 * A professional as the directory knows them.
 *
 * @param id national id, 8 + RPPS
 * @param name display name, title included
 * @param secureMail MSSanté address, null where the directory has none yet
 */
public record Practitioner(String id, String name, @Nullable String secureMail) {}

package fr.briseglace.trail;

/**
 * By what a caller's repetition is known: hashes of the key it gave and of what it asked.
 *
 * @param keyHash SHA-256 of the key
 * @param bodyHash SHA-256 of the request's body
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on as they are.
public record RepeatKey(byte[] keyHash, byte[] bodyHash) {}

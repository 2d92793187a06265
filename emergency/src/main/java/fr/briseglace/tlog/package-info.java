/**
 * The transparency log as mathematics and bytes: Merkle trees as in RFC 6962, tiles, checkpoints, signed notes and
 * cosignatures as C2SP writes them, and the checking of what a stranger's log says. Pure.
 */
@NullMarked
package fr.briseglace.tlog;

import org.jspecify.annotations.NullMarked;

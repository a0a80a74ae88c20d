/** Version of the elements in this build; compared when two copies of the script meet on a page. */
export const kitVersion = '0.1.0';

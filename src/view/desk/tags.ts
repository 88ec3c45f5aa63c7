/** Codes of ISO 3166-1 whose two letters are not the first two of the three: `alpha-3 alpha-2`. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    'ABW AW,AGO AO,ALA AX,AND AD,ARE AE,ARM AM,ATA AQ,ATF TF,ATG AG,AUT AT,BDI BI,BEN BJ,BES BQ,BGD BD,BHS BS,BIH BA,' +
    'BLR BY,BLZ BZ,BRB BB,BRN BN,CAF CF,CHL CL,CHN CN,COD CD,COG CG,COK CK,COM KM,CPV CV,CUW CW,CYM KY,DNK DK,ESH EH,' +
    'EST EE,FLK FK,FRO FO,FSM FM,GIN GN,GLP GP,GNB GW,GNQ GQ,GRD GD,GRL GL,GUF GF,GUY GY,IRL IE,IRQ IQ,ISR IL,JAM JM,' +
    'KAZ KZ,KOR KR,LBR LR,LBY LY,MAC MO,MAF MF,MDG MG,MDV MV,MEX MX,MLT MT,MNE ME,MNP MP,MOZ MZ,MTQ MQ,MYT YT,NIU NU,' +
    'PAK PK,PCN PN,PLW PW,PNG PG,POL PL,PRK KP,PRT PT,PRY PY,PYF PF,SEN SN,SGS GS,SLB SB,SLV SV,SPM PM,SRB RS,SUR SR,' +
    'SVK SK,SVN SI,SWE SE,SWZ SZ,SYC SC,TCD TD,TKM TM,TUN TN,TUR TR,TUV TV,UKR UA,URY UY,WSM WS'
  )
    .split(',')
    .map((pair) => [pair.slice(0, 3), pair.slice(4)] as const),
);

/** The two letters of a state by its three (`RUS` is `RU`, `JPN` is `JP`); the first two of a code that is not listed. */
export const tagOfIso = (iso: string): string => {
  const code = iso.toUpperCase();
  return IRREGULAR.get(code) ?? code.slice(0, 2);
};
